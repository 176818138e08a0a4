// The clock that the spa lives by, and how each vendor behaves.

import { el } from "./dom.js";
import { ask } from "./wire.js";
import { day, liveIn, seconds, span } from "./words.js";

const MOODS = {
  well: ["Well", {}],
  slow: ["Slow", { latency_ms: 3000 }],
  half: ["Half fail", { error_rate: 0.5 }],
  drop: ["Drop", { drop_rate: 0.5 }],
};
const USUAL = { error_rate: 0, latency_ms: 0, drop_rate: 0, duplicate: false, reorder: false };
const NAMES = {
  stripe: "Stripe",
  sendgrid: "SendGrid",
  sms: "Twilio",
  calendar: "Calendar",
  sheets: "Sheets",
  tasks: "Tasks",
  scheduler: "Scheduler",
};

export function clock(column, { act }) {
  const [big, date, offset] = ["big", "day", "offset"].map((name) => column.querySelector(`.clock .${name}`));
  const bar = document.querySelector("#now");
  const faults = column.querySelector(".faults");
  let ahead = 0;

  function tick() {
    const now = Date.now() + ahead;
    big.textContent = seconds(new Date(now).toISOString());
    bar.textContent = big.textContent;
    date.textContent = day(new Date(now).toISOString());
  }

  column.querySelectorAll("[data-move]").forEach((button) => {
    const body = JSON.parse(button.dataset.move);
    button.addEventListener("click", () => act(() => ask("clock", { method: "POST", body })));
  });
  setInterval(tick, 1000);

  function setClock(told) {
    liveIn(told.zone);
    ahead = told.ahead;
    column.classList.toggle("moved", told.offset !== 0);
    bar.classList.toggle("moved", told.offset !== 0);
    const way = told.offset > 0 ? "ahead of" : "behind";
    const place = `${told.zone.split("/")[1].replace("_", " ")} time`;
    offset.textContent = told.offset ? `${place}, ${span(told.offset)} ${way} real time` : `${place}, real time`;
    tick();
  }

  return {
    load: async () => {
      const [told, moods] = await Promise.all([ask("clock"), ask("faults")]);
      // Rounded, so that the way of an answer over the wire is no change.
      return { told: { zone: told.zone, offset: Math.round(told.offset_seconds) }, moods };
    },
    render: ({ told, moods }) => {
      setClock({ ...told, ahead: told.offset * 1000 });
      if (!faults.children.length) faults.append(...Object.keys(moods).map((name) => card(name, act)));
      for (const [name, mood] of Object.entries(moods)) mark(faults.querySelector(`[data-vendor="${name}"]`), mood);
    },
  };
}

function card(vendor, act) {
  const tell = (body) => {
    const way = Object.keys(body).length ? { method: "POST", body } : { method: "DELETE" };
    return act(() => ask(`faults/${vendor}`, way));
  };
  const choices = Object.entries(MOODS).map(([mood, [label, body]]) =>
    el(
      "label",
      {},
      el("input", { type: "radio", name: `mood-${vendor}`, value: mood, onchange: () => tell(body) }),
      el("span", {}, label),
    ),
  );
  const forget = () =>
    confirm(`Make ${NAMES[vendor] ?? vendor} forget everything?`) &&
    act(() => ask(`reset/${vendor}`, { method: "POST" }));
  return el(
    "fieldset",
    { "data-vendor": vendor },
    el("legend", {}, NAMES[vendor] ?? vendor),
    el("button", { type: "button", className: "forget", onclick: forget }, "Forget all"),
    el("div", { className: "moods" }, choices),
    el("p", { className: "odd mono", hidden: true }),
  );
}

/** Show how a vendor behaves; what no switch says is said in words. */
function mark(fieldset, mood) {
  const set = Object.entries(USUAL).filter(([name, usual]) => mood[name] !== usual);
  const chosen = Object.entries(MOODS).find(
    ([, [, body]]) => set.length === Object.keys(body).length && set.every(([name]) => mood[name] === body[name]),
  )?.[0];
  fieldset.querySelectorAll("input").forEach((input) => (input.checked = input.value === chosen));
  fieldset.classList.toggle("ill", set.length > 0);
  const odd = fieldset.querySelector(".odd");
  odd.hidden = Boolean(chosen);
  odd.textContent = set.map(([name]) => `${name} ${mood[name]}`).join(", ");
}
