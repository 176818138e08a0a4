// How the page reaches the house: three calls, patient where a repetition is harmless.

const PAUSES = [500, 1500, 4000, 8000];
const PATIENCE = 10_000;

/** An answer that is not a reply: `kind` is "line", "slow", "long", "session" or "refused"; `after` in seconds. */
export class Trouble extends Error {
  constructor(kind, after = 0) {
    super(kind);
    this.kind = kind;
    this.after = after;
  }
}

const KINDS = { 401: "session", 413: "long", 429: "slow" };

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) return await response.json();
  } catch {
    throw new Trouble("line");
  }
  if (response.status >= 500) throw new Trouble("line");
  throw new Trouble(KINDS[response.status] ?? "refused", Number(response.headers.get("Retry-After")) || 0);
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Send a message; the same message_id goes out again until the house has answered, so nothing happens twice. */
export async function sendMessage(body, { onUnsteady }) {
  const options = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  for (const wait of [...PAUSES, null]) {
    try {
      return await call("/api/chat/messages", options);
    } catch (trouble) {
      if (trouble.kind !== "line" || wait === null) throw trouble;
      onUnsteady();
      await pause(wait);
    }
  }
}

const bearer = (session) => ({ headers: { Authorization: `Bearer ${session}` } });

export const readSession = (session) => call("/api/chat/session", bearer(session));

export const readEvents = (session, after) => call(`/api/chat/events?after=${after}`, bearer(session));
