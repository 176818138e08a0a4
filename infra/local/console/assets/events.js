// What was told of bookings, and what a consumer gave up on.

import { chip, el, show } from "./dom.js";
import { ask } from "./wire.js";
import { moment, seconds } from "./words.js";

const TONES = {
  "booking.confirmed": "good",
  "booking.completed": "good",
  "payment.captured": "good",
  "payment.failed": "bad",
  "payment.refunded": "due",
};

export function events(column, { act }) {
  const [dead, list] = column.querySelectorAll(".things");
  const resend = (id) => act(() => ask("dead-letters/resend", { method: "POST", body: { ids: [id] } }));
  return {
    load: () => ask("events"),
    render: (found) => {
      column.querySelector(".empty").hidden = found.events.length > 0;
      show(dead, found.dead_letters, { key: ({ id }) => id, draw: (letter) => deadLetter(letter, resend) });
      show(list, found.events, { key: ({ event_id }) => event_id, draw: row });
    },
  };
}

const row = (event) =>
  el(
    "li",
    { className: "thing" },
    el("p", { className: "line" }, chip(event.type, TONES[event.type]), el("time", { className: "mono" }, moment(event.created_at))),
    el(
      "p",
      { className: "line quiet mono" },
      `${event.reference} · v${event.version}`,
      event.published_at ? el("span", {}, `out ${seconds(event.published_at)}`) : chip("waits", "due"),
    ),
  );

const deadLetter = (letter, resend) =>
  el(
    "li",
    { className: "thing dead-letter" },
    el("p", { className: "line" }, chip("dead letter", "bad"), el("time", { className: "mono" }, moment(letter.published_at))),
    el(
      "p",
      { className: "line mono" },
      letter.consumer,
      el("button", { type: "button", className: "button", onclick: () => resend(letter.id) }, "Send again"),
    ),
    el(
      "details",
      {},
      el("summary", {}, letter.attributes.type ?? "what it says"),
      el("pre", {}, JSON.stringify({ attributes: letter.attributes, body: letter.body }, null, 2)),
    ),
  );
