// What this browser remembers of a conversation: the session, and a message whose fate is unknown.

const SESSION = "chat.session";
const WAITING = "chat.waiting";
const FRESH = 5 * 60 * 1000; // an older message is no longer sent by itself: the guest may have changed their mind

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null; // no storage, or not ours: the conversation then lives as long as the page
  }
}

function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden; the page goes on without it.
  }
}

export class Memory {
  #session = read(SESSION)?.token ?? null;
  #lang = read(SESSION)?.lang ?? null;

  get session() {
    return this.#session;
  }

  /** In which language the house answered last, so that a page that is loaded again begins in it. */
  get lang() {
    return this.#lang;
  }

  /** The time stamp differs after each turn, which tells the other tabs that there is something to read. */
  keepSession(token, lang) {
    this.#session = token;
    this.#lang = lang;
    write(SESSION, { token, lang, turn: Date.now() });
  }

  forgetSession() {
    this.#session = null;
    write(SESSION, null);
  }

  get waiting() {
    const message = read(WAITING);
    return message && Date.now() - message.at < FRESH ? message : null;
  }

  keepWaiting(message) {
    write(WAITING, { ...message, at: Date.now() });
  }

  forgetWaiting() {
    write(WAITING, null);
  }

  /** Call back when another tab has gone on with the conversation. */
  whenAnotherTabSpoke(callback) {
    window.addEventListener("storage", (event) => {
      if (event.key !== SESSION) return;
      this.#session = read(SESSION)?.token ?? null;
      callback();
    });
  }
}
