// What vendors told us, what became of it, and once more by hand.

import { chip, el, show } from "./dom.js";
import { ask } from "./wire.js";
import { moment } from "./words.js";

const TONES = { applied: "good", ignored: "" };

export function webhooks(column, { act }) {
  const list = column.querySelector(".things");
  const replay = (id) => act(() => ask(`webhooks/${id}/replay`, { method: "POST" }));
  return {
    load: () => ask("webhooks"),
    render: (found) => {
      column.querySelector(".empty").hidden = found.length > 0;
      show(list, found, { key: ({ id }) => id, draw: (one) => row(one, replay), news: ({ outcome, attempts }) => [outcome, attempts] });
    },
  };
}

function row(one, replay) {
  const body = el("pre", {}, "…");
  const open = async ({ target }) => {
    if (target.open) body.textContent = await read(one.id);
  };
  return el(
    "li",
    { className: "thing" },
    el("p", { className: "line" }, chip(one.vendor), el("time", { className: "mono" }, moment(one.received_at))),
    el(
      "p",
      { className: "line" },
      chip(one.outcome, TONES[one.outcome] ?? "bad"),
      el("span", { className: "quiet" }, one.attempts === 1 ? "" : `came ${one.attempts} times`),
      one.replays ? el("button", { type: "button", className: "button", onclick: () => replay(one.id) }, "Apply again") : null,
    ),
    el("details", { ontoggle: open }, el("summary", { className: "mono cut" }, one.event_id), body),
  );
}

async function read(id) {
  try {
    const { body } = await ask(`webhooks/${id}`);
    return pretty(body);
  } catch (error) {
    return error.message;
  }
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
