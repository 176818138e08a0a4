// What guests told that a person answers: a list, the words of one at a time, and done with.

import { chip, el, show } from "./dom.js";
import { ask } from "./wire.js";
import { moment } from "./words.js";

const TONES = { open: "due", answered: "good", closed: "" };

export function cases(column, { act }) {
  const list = column.querySelector(".things");
  const close = (id) => act(() => ask(`cases/${id}/close`, { method: "POST" }));
  return {
    load: () => ask("cases"),
    render: (found) => {
      column.querySelector(".empty").hidden = found.length > 0;
      show(list, found, { key: ({ id }) => id, draw: (one) => row(one, close), news: ({ status, reachable }) => [status, reachable] });
    },
  };
}

function row(one, close) {
  const words = el("p", { className: "text" }, "…");
  const open = async ({ target }) => {
    if (target.open) words.textContent = await read(one.id);
  };
  return el(
    "li",
    { className: "thing" },
    el("p", { className: "line" }, el("strong", {}, one.kind.replace("_", " ")), el("span", { className: "mono" }, one.reference)),
    el("p", { className: "line quiet" }, `${one.owner} answers by`, el("time", { className: "mono" }, moment(one.promise_at))),
    el(
      "p",
      { className: "line" },
      chip(one.status, TONES[one.status]),
      one.reachable ? null : chip("no contact"),
      one.status === "closed" ? null : el("button", { type: "button", className: "button", onclick: () => close(one.id) }, "Close"),
    ),
    el("details", { ontoggle: open }, el("summary", {}, "What was told"), words),
  );
}

async function read(id) {
  try {
    const { text, contact } = await ask(`cases/${id}`);
    const who = contact ? [contact.name, contact.email, contact.phone].filter(Boolean).join(", ") : "";
    return [text ?? "It was erased.", who].filter(Boolean).join(" · ");
  } catch (error) {
    return error.message;
  }
}
