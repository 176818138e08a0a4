// Draws a conversation. What anybody wrote goes in as text, never as HTML.

const AWAITED = new Set(["held", "paying"]);

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Words run in the direction of their own letters: Hebrew from the right, in an English page too. */
function written(node) {
  node.dir = "auto";
  return node;
}

function pill(label, onPress) {
  const node = element("button", "pill", label);
  node.type = "button";
  node.addEventListener("click", onPress);
  return node;
}

/** Only pages of the web are led to. */
function isWebAddress(url) {
  try {
    return ["http:", "https:"].includes(new URL(url, location.href).protocol);
  } catch {
    return false;
  }
}

/** Only pictures of our own are shown. */
const isOurs = (path) => typeof path === "string" && /^\/(?!\/)/.test(path);

export class Paper {
  constructor({ history, typing, words, onChoice }) {
    this.history = history;
    this.typing = typing;
    this.words = words;
    this.onChoice = onChoice;
    new ResizeObserver(() => this.scroll()).observe(history); // a keyboard, or a longer draft, takes room away
  }

  clear() {
    this.history.replaceChildren();
  }

  guest(text) {
    const said = element("div", "said guest");
    said.append(written(element("p", "bubble", text)));
    this.history.append(said);
    return said;
  }

  house(reply) {
    const said = element("div", "said house");
    if (reply.text) said.append(written(element("p", "sentence", reply.text)));
    if (reply.booking) said.append(this.#booking(reply.booking));
    if (reply.payment) said.append(this.#payment(reply.payment, reply.booking?.reference));
    if (reply.cards?.length) said.append(this.#cards(reply.cards));
    if (reply.choices?.length) said.append(this.#choices(reply.choices));
    this.history.append(said);
    return said;
  }

  /** What nobody has just asked for, and what therefore has to come into sight itself. */
  news(reply) {
    this.retireChoices();
    this.house(reply).classList.add("news");
  }

  #choices(choices) {
    const row = element("div", "choices");
    row.role = "group";
    row.ariaLabel = "Choices";
    for (const choice of choices) row.append(pill(choice.label, (event) => this.onChoice(choice, event)));
    return row;
  }

  #cards(cards) {
    const row = element("div", "cards");
    for (const { title, text, image, choice } of cards) {
      const card = element("div", "card");
      card.append(this.#picture(image), element("p", "title", title), element("p", "quiet small", text));
      if (choice) card.append(pill("Choose", (event) => this.onChoice({ id: choice, label: title }, event)));
      card.querySelector("button")?.setAttribute("aria-label", `Choose ${title}`);
      row.append(card);
    }
    return row;
  }

  #picture(image) {
    if (!isOurs(image)) return element("div", "picture");
    const picture = element("img", "picture");
    picture.src = image;
    picture.alt = "";
    picture.loading = "lazy";
    return picture;
  }

  #booking(booking) {
    const { reference, status, treatment, technician, room } = booking;
    this.#settle(booking);
    const card = element("div", "slip");
    Object.assign(card.dataset, { reference, status });
    const head = element("p", "head");
    head.append(element("span", "mono", reference), element("span", "state", this.words.state(status)));
    card.append(head, element("p", "title", treatment));
    if (booking.starts_at) card.append(element("p", "when", this.words.visit(booking)));
    const place = [technician && `with ${technician}`, room].filter(Boolean).join(" · ");
    if (place) card.append(element("p", "quiet small", place));
    return card;
  }

  #payment(payment, reference = "") {
    const card = element("div", "slip payment");
    Object.assign(card.dataset, { reference, status: "held" });
    const head = element("p", "head");
    head.append(element("span", "amount mono", this.words.money(payment)));
    if (payment.expires_at) head.append(element("span", "quiet small until", this.words.until(payment.expires_at)));
    card.append(head);
    if (isWebAddress(payment.url)) card.append(this.#wayToPay(payment.url));
    return card;
  }

  /** A tab of its own: the conversation stays, and says when it is paid. */
  #wayToPay(url) {
    const link = element("a", "pill main", "Go to secure payment");
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener";
    link.append(element("span", "hidden-words", " (opens a new tab)"));
    return link;
  }

  /** How a booking stands now holds for its cards above too; a new hold means that an older one was let go. */
  #settle({ reference, status }) {
    for (const card of this.history.querySelectorAll(".slip")) {
      if (card.dataset.reference === reference) this.#bring(card, status);
      else if (AWAITED.has(status) && AWAITED.has(card.dataset.status)) this.#bring(card, "cancelled");
    }
  }

  #bring(card, status) {
    card.dataset.status = status;
    const state = card.querySelector(".state");
    if (state) state.textContent = this.words.state(status);
    else if (!AWAITED.has(status)) this.#close(card, status);
  }

  /** Nothing invites to pay any more. */
  #close(card, status) {
    card.querySelector("a")?.remove();
    const until = card.querySelector(".until");
    if (until) until.textContent = status === "confirmed" ? "Paid" : this.words.state(status);
    card.classList.toggle("done", status === "confirmed");
  }

  /** Old choices would answer a question that is no longer asked. */
  retireChoices() {
    for (const row of this.history.querySelectorAll(".choices, .card > button")) row.remove();
  }

  allowChoices(allowed) {
    for (const button of this.history.querySelectorAll("button")) button.disabled = !allowed;
  }

  unsent(said, sentence, onAgain) {
    const note = element("div", "unsent");
    note.append(written(element("p", "small", sentence)));
    if (onAgain) note.append(pill("Send again", onAgain));
    said.append(note);
    return note;
  }

  wait(waiting) {
    this.typing.hidden = !waiting;
    if (waiting) this.scroll();
  }

  /** Show the newest lines, but never push the last question, or the last news, out of sight. */
  scroll() {
    const asked = [...this.history.querySelectorAll(".guest, .news")].at(-1);
    const end = this.history.scrollHeight - this.history.clientHeight;
    const top = asked ? Math.min(end, asked.offsetTop - this.history.offsetTop - 16) : end;
    this.history.scrollTo({ top });
  }
}
