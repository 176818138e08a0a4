// The conversation in the page: what the guest does becomes messages, what the house answers becomes lines.

import { Memory } from "./chat_memory.js";
import { Paper } from "./chat_paper.js";
import { readEvents, readSession, sendMessage } from "./chat_wire.js";
import { Words, browsersLanguage, directionOf } from "./chat_words.js";

const LONGEST = 2000;
const COUNT_FROM = 1800;
const SLOWEST_POLL = 15_000;
const WORDS_WITHIN = 1500; // milliseconds: an answer does not wait longer for the words around it

const reasonOf = ({ kind, after }) => (words) =>
  kind === "slow" ? words.counted("slow", after || 60) : words.say(kind, { most: words.number(LONGEST) });

class Conversation {
  #busy = false;
  #lastEvent = 0;
  #timer = null;
  #pollAfter = null;

  constructor(root) {
    const find = (name) => root.querySelector(`[data-chat="${name}"]`);
    this.root = root;
    this.words = new Words(root.dataset);
    this.memory = new Memory();
    this.form = find("form");
    this.input = find("input");
    this.button = find("send");
    this.count = find("count");
    this.notice = find("notice");
    this.paper = new Paper({
      history: find("history"),
      typing: find("typing"),
      words: this.words,
      onChoice: (choice, event) => this.#choose(choice, event),
    });
  }

  async open() {
    this.#listen();
    this.#furnish();
    await this.#speak(this.memory.lang ?? browsersLanguage());
    this.form.hidden = false;
    this.paper.greet(new Date());
    if (await this.#resend()) await this.#restore();
  }

  #listen() {
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("input", () => this.#measure());
    document.addEventListener("visibilitychange", () => this.#look());
    this.memory.whenAnotherTabSpoke(() => this.#busy || this.#restore());
  }

  /** A message that was on its way when the page was left goes out again, under its own id. */
  async #resend() {
    const message = this.memory.waiting;
    return !message || this.#deliver(this.paper.guest(message.label), message);
  }

  async #restore() {
    if (!this.memory.session) return;
    try {
      await this.#drawAll(await readSession(this.memory.session));
    } catch (trouble) {
      if (trouble.kind === "session") this.memory.forgetSession();
    }
  }

  async #drawAll({ lang, messages, last_event: lastEvent, poll_after_ms: pollAfter }) {
    await this.#speak(lang);
    this.paper.clear();
    this.paper.greet(new Date());
    for (const [n, { from, text, reply }] of messages.entries()) {
      if (from !== "house") this.#asGuest(text);
      else if (messages[n - 1]?.from === "house") this.paper.news(reply);
      else this.paper.house(reply);
    }
    this.#lastEvent = lastEvent ?? 0;
    this.paper.scroll();
    this.#poll(pollAfter);
  }

  /** The chat runs as the house answers: in the guest's language, Hebrew from the right. */
  async #speak(lang) {
    if (!lang) return;
    const spoken = this.words.speak(lang).then(() => this.#furnish());
    await Promise.race([spoken, new Promise((done) => setTimeout(done, WORDS_WITHIN))]);
    this.root.lang = lang;
    this.root.dir = directionOf(lang);
  }

  /** Everything that the page itself says follows the language of the conversation. */
  #furnish() {
    for (const node of this.root.querySelectorAll("[data-says]")) node.textContent = this.words.say(node.dataset.says);
    this.paper.history.ariaLabel = this.words.conversation();
    this.input.placeholder = this.words.say("placeholder");
    this.paper.sayAgain();
    this.#measure();
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  #measure() {
    const length = [...this.input.value].length;
    const facts = () => ({ count: this.words.number(length), most: this.words.number(LONGEST) });
    this.count.textContent = length < COUNT_FROM ? "" : this.words.say("count", facts());
    this.count.dataset.over = length > LONGEST;
    this.button.disabled = this.#busy || length > LONGEST;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
  }

  #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text || this.#busy || [...text].length > LONGEST) return;
    this.input.value = "";
    this.#say({ text }, text);
  }

  async #choose({ id, label }, event) {
    if (this.#busy) return;
    const byKeyboard = event.detail === 0;
    await this.#say(id ? { choice: id } : { text: label }, label);
    if (byKeyboard) (this.paper.history.querySelector(".choices button") ?? this.input).focus();
  }

  #asGuest(text) {
    this.paper.retireChoices();
    return this.paper.guest(text);
  }

  #say(content, label) {
    this.root.scrollIntoView({ block: "nearest" }); // wherever in it the answer will stand
    return this.#deliver(this.paper.guest(label), { body: { message_id: crypto.randomUUID(), ...content }, label });
  }

  /** Bring a message to the house and draw the answer; say so, and offer to repeat it, if that fails. */
  async #deliver(said, message) {
    this.#rest(false);
    try {
      const { lang, replies, poll_after_ms: pollAfter } = await this.#exchange(message);
      await this.#speak(lang);
      this.paper.retireChoices();
      for (const reply of replies) this.paper.house(reply);
      if (replies.some(({ payment }) => payment)) this.#putKeyboardAway();
      this.#poll(pollAfter);
      return true;
    } catch (trouble) {
      this.#undelivered(said, message, trouble);
      return false;
    } finally {
      this.#rest(true);
    }
  }

  /** Next the guest presses and does not write: a phone gets its screen back. */
  #putKeyboardAway() {
    if (window.matchMedia("(pointer: coarse)").matches) this.input.blur();
  }

  /** Send under the session that we have; one that has ended gives way to a new one, quietly. */
  async #exchange(message) {
    const { session } = this.memory;
    this.memory.keepWaiting(message);
    const answer = await this.#send({ session, ...message.body }).catch((trouble) => {
      if (trouble.kind !== "session" || !session) throw trouble;
      return this.#startAnew(message);
    });
    this.memory.forgetWaiting();
    this.memory.keepSession(answer.session, answer.lang);
    return answer;
  }

  /** A new conversation knows no choice of the old one, but it understands its words. */
  #startAnew({ body, label }) {
    this.memory.forgetSession();
    this.#lastEvent = 0;
    return this.#send({ session: null, message_id: body.message_id, text: label });
  }

  #send(body) {
    return sendMessage(body, { onUnsteady: () => this.#note(this.words.say("unsteady")) });
  }

  #undelivered(said, message, trouble) {
    const again = () => {
      note.remove();
      this.#deliver(said, message);
    };
    const canRepeat = ["line", "slow", "session"].includes(trouble.kind);
    const note = this.paper.unsent(said, reasonOf(trouble), canRepeat ? again : null);
    if (!canRepeat) this.memory.forgetWaiting();
  }

  #rest(resting) {
    this.#busy = !resting;
    this.paper.allowChoices(resting);
    this.paper.wait(!resting);
    if (resting) this.#note("");
    this.#measure();
    this.paper.scroll();
  }

  #note(sentence) {
    this.notice.textContent = sentence;
  }

  #poll(after) {
    this.#pollAfter = after ?? null;
    this.#schedule(this.#pollAfter);
  }

  #schedule(wait) {
    clearTimeout(this.#timer);
    if (this.#pollAfter === null || document.hidden) return;
    this.#timer = setTimeout(() => this.#ask(), wait);
  }

  /** Back from another tab, where anything may have happened, the page asks once even if nothing is awaited. */
  #look() {
    clearTimeout(this.#timer);
    if (!document.hidden && this.memory.session && !this.#busy) this.#ask();
  }

  /** Ask what happened meanwhile, as long as the house says that something is awaited. */
  async #ask() {
    try {
      const { events, poll_after_ms: pollAfter } = await readEvents(this.memory.session, this.#lastEvent);
      for (const event of events) this.#happened(event);
      this.#poll(pollAfter);
    } catch (trouble) {
      if (trouble.kind === "session") this.#poll(null);
      else this.#poll(this.#pollAfter === null ? null : Math.min(this.#pollAfter * 2, SLOWEST_POLL));
    }
  }

  #happened({ n, reply }) {
    if (n <= this.#lastEvent) return;
    this.#lastEvent = n;
    if (!reply) return;
    this.paper.news(reply);
    this.paper.scroll();
  }
}

/** Above a phone's keyboard less is seen than the page's height says; the panel follows what is seen. */
function followKeyboard(root) {
  const view = window.visualViewport;
  view?.addEventListener("resize", () => {
    if (view.scale === 1) root.style.setProperty("--seen", `${view.height}px`);
  });
}

for (const root of document.querySelectorAll(".chat")) {
  followKeyboard(root);
  new Conversation(root).open();
}
