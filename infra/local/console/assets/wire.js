// Asks the console's API: every two seconds for what is in sight, at once after something was done.

const EVERY = 2000;
const PATIENCE = 8000;
const API = "/console/api/";

/** Ask once; throw an Error with a sentence for people. */
export async function ask(path, { method = "GET", body } = {}) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const sent = body === undefined ? undefined : JSON.stringify(body);
  let answer;
  try {
    answer = await fetch(API + path, { method, headers, body: sent, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw new Error("The console does not answer. Is the local system running?");
  }
  const text = await answer.text();
  if (!answer.ok) throw new Error(reason(text, answer.status));
  return text ? JSON.parse(text) : null;
}

function reason(text, status) {
  try {
    const said = JSON.parse(text);
    return said.message ?? said.error?.message ?? said.error ?? `answered ${status}`;
  } catch {
    return `answered ${status}`;
  }
}

/** Asks for one panel's content while `wanted`; `render` hears of it only when it has changed. */
export class Watch {
  #last = null;
  #busy = false;
  #again = false;
  #begun = 0;
  #doing = 0;

  constructor({ load, render, trouble }) {
    Object.assign(this, { load, render, trouble, wanted: false });
  }

  /** Look now; a look that comes while another is under way follows it. */
  async look() {
    if (this.#doing) return;
    this.#again = this.#busy;
    if (this.#busy) return;
    this.#busy = true;
    const begun = this.#begun;
    try {
      const found = await this.load();
      if (begun === this.#begun) this.#take(found);
      this.trouble("");
    } catch (error) {
      this.trouble(error.message);
    } finally {
      this.#busy = false;
    }
    if (this.#again) await this.look();
  }

  /** Do something, then look; what was asked for before it was done is not shown after it. */
  async act(work) {
    this.#begun += 1;
    this.#doing += 1;
    try {
      await work();
    } finally {
      this.#doing -= 1;
      this.#last = null;
      await this.look();
    }
  }

  #take(found) {
    const text = JSON.stringify(found);
    if (text === this.#last) return;
    this.#last = text;
    this.render(found);
  }
}

/** Keep looking with each watch that is wanted, never while the page is hidden. */
export function keepLooking(watches) {
  const round = () => {
    if (!document.hidden) watches.filter((watch) => watch.wanted).forEach((watch) => watch.look());
  };
  setInterval(round, EVERY);
  document.addEventListener("visibilitychange", round);
}
