// Draws a conversation. What anybody wrote goes in as text, never as HTML.

const AWAITED = new Set(["held", "paying"]);
const EDGE = 12; // pixels between the edge and what is shown from its beginning
const QUESTIONS_SHARE = 1 / 3; // of the height, at most, where the answer is too long to be shown whole

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

const SET_APART = /[\u2066-\u2068][^\u2069]*\u2069/g; // a Latin name in a Hebrew sentence, which `dir=auto` would go by
const FIRST_LETTER = /\p{L}/u;

/** Words run in the direction of their own letters: Hebrew from the right, in an English page too. */
function written(node) {
  const [first] = FIRST_LETTER.exec(node.textContent.replace(SET_APART, "")) ?? [""];
  node.dir = /[\u0590-\u08ff]/.test(first) ? "rtl" : "auto";
  return node;
}

// "3:00 PM", "28 February", "+1 555 010 0142"; a price stands alone.
const BESIDE_A_FIGURE = /(?<=\d)(?<![.,]\d\d) (?=[\p{L}\d%])/gu;
const PHONE = /(\+\d[\d\u00a0-]{7,}\d|(?<![\d$.,]|\d-)(?:911|988)(?![.,-]?\d))/;

/** A figure and what it counts stay on one line. */
const bound = (text) => text.replace(BESIDE_A_FIGURE, "\u00a0");

function phoneLink(number) {
  const node = element("a", "", number);
  node.href = `tel:${number.replace(/[^+\d]/g, "")}`;
  node.dir = "ltr";
  return node;
}

/** What the house says, line by line; a number to call is called by a touch. */
function sentence(text) {
  const node = element("p", "sentence");
  for (const line of bound(text).split("\n")) {
    const row = element("span", "line");
    row.append(...line.split(PHONE).map((part) => (PHONE.test(part) ? phoneLink(part) : part)));
    node.append(row, "\n");
  }
  return written(node);
}

function pill(label, onPress) {
  const node = element("button", "pill", bound(label));
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
  #ours = new Map();

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

  /** Let a node say words of the page's own: they follow the language of the conversation. */
  #own(node, say, property = "textContent") {
    this.#ours.set(node, () => (node[property] = say(this.words)));
    this.#ours.get(node)();
    return node;
  }

  /** Say the page's own words again, where a language or a state has changed them. */
  sayAgain(root = this.history) {
    for (const [node, say] of this.#ours) {
      if (!node.isConnected) this.#ours.delete(node);
      else if (root.contains(node)) say();
    }
  }

  greet(now) {
    const said = element("div", "said house");
    const choices = this.words.firstChoices.map((_, n) => {
      const choose = (event) => this.onChoice({ label: this.words.firstChoices[n] }, event);
      return this.#own(pill("", choose), (words) => words.firstChoices[n]);
    });
    said.append(this.#own(element("p", "sentence"), (words) => words.greeting(now)), this.#row(choices));
    this.history.append(said);
  }

  guest(text) {
    const said = element("div", "said guest");
    said.append(written(element("p", "bubble", bound(text))));
    this.history.append(said);
    return said;
  }

  house(reply) {
    const said = element("div", "said house");
    if (reply.text) said.append(sentence(reply.text));
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
    return this.#row(choices.map((choice) => pill(choice.label, (event) => this.onChoice(choice, event))));
  }

  #row(pills) {
    const row = this.#own(element("div", "choices"), (words) => words.say("choices"), "ariaLabel");
    row.role = "group";
    row.append(...pills);
    return row;
  }

  #cards(cards) {
    const row = element("div", "cards");
    for (const { title, text, image, choice } of cards) {
      const card = element("div", "card");
      card.append(this.#picture(image), element("p", "title", title), element("p", "quiet small", text));
      if (choice) card.append(this.#chosenBy(choice, title));
      row.append(card);
    }
    return row;
  }

  #chosenBy(choice, title) {
    const node = pill("", (event) => this.onChoice({ id: choice, label: title }, event));
    node.append(this.#own(element("span"), (words) => words.say("choose")));
    return this.#own(node, (words) => words.say("choose_which", { title }), "ariaLabel");
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
    const { reference, status, treatment } = booking;
    this.#settle(booking);
    const card = element("div", "slip");
    Object.assign(card.dataset, { reference, status });
    const head = element("p", "head");
    const state = this.#own(element("span", "state"), (words) => words.state(card.dataset.status));
    head.append(element("span", "mono", reference), state);
    card.append(head, element("p", "title", treatment));
    if (booking.starts_at) card.append(this.#own(element("p", "when"), (words) => words.visit(booking)));
    if (this.words.place(booking)) card.append(this.#own(element("p", "quiet small"), (words) => words.place(booking)));
    return card;
  }

  #payment(payment, reference = "") {
    const card = element("div", "slip payment");
    Object.assign(card.dataset, { reference, status: "held" });
    const head = element("p", "head");
    head.append(this.#own(element("span", "amount mono"), (words) => words.money(payment)));
    if (payment.expires_at) head.append(this.#until(card, payment.expires_at));
    card.append(head);
    if (isWebAddress(payment.url)) card.append(this.#wayToPay(payment.url));
    return card;
  }

  /** How long it is held, and afterwards what became of it. */
  #until(card, moment) {
    return this.#own(element("span", "quiet small until"), (words) => {
      const { status } = card.dataset;
      if (AWAITED.has(status)) return words.until(moment);
      return status === "confirmed" ? words.say("paid") : words.state(status);
    });
  }

  /** A tab of its own: the conversation stays, and says when it is paid. */
  #wayToPay(url) {
    const link = element("a", "pill main");
    link.append(this.#own(element("span"), (words) => words.say("pay")));
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener";
    link.append(this.#own(element("span", "hidden-words"), (words) => ` ${words.say("new_tab")}`));
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
    if (card.matches(".payment") && !AWAITED.has(status)) this.#close(card, status);
    this.sayAgain(card);
  }

  /** Nothing invites to pay any more. */
  #close(card, status) {
    card.querySelector("a")?.remove();
    card.classList.toggle("done", status === "confirmed");
  }

  /** Old choices would answer a question that is no longer asked. */
  retireChoices() {
    for (const row of this.history.querySelectorAll(".choices, .card > button")) row.remove();
  }

  allowChoices(allowed) {
    for (const button of this.history.querySelectorAll("button")) button.disabled = !allowed;
  }

  /** Say why a message did not arrive; `reason` gives the sentence from the words. */
  unsent(said, reason, onAgain) {
    const note = element("div", "unsent");
    note.append(this.#own(written(element("p", "small")), reason));
    if (onAgain) note.append(this.#own(pill("", onAgain), (words) => words.say("again")));
    said.append(note);
    return note;
  }

  wait(waiting) {
    this.typing.hidden = !waiting;
    if (waiting) this.scroll();
  }

  /** Show the whole answer with all that it offers; one too long for that from its beginning, under the question. */
  scroll() {
    const { clientHeight, offsetTop, scrollHeight } = this.history;
    const topOf = (node) => node.offsetTop - offsetTop - EDGE;
    const asked = [...this.history.querySelectorAll(".guest, .news")].at(-1);
    const begins = asked?.matches(".guest") ? (asked.nextElementSibling ?? asked) : asked;
    const end = scrollHeight - clientHeight;
    const fits = !asked || topOf(begins) >= end;
    const beginning = () => Math.max(topOf(asked), topOf(begins) - clientHeight * QUESTIONS_SHARE);
    this.history.scrollTo({ top: fits ? end : beginning() });
  }
}
