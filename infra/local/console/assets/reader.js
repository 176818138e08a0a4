// Something to be read at leisure, over the columns.

const dialog = document.querySelector(".reader");
const title = dialog.querySelector("h2");
const content = dialog.querySelector(".content");

dialog.querySelector(".close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
dialog.addEventListener("close", () => content.replaceChildren());

/** Open the reader on some nodes. */
export function read(heading, ...nodes) {
  title.textContent = heading;
  content.replaceChildren(...nodes);
  dialog.showModal();
}
