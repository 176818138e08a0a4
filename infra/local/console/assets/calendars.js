// A week of all calendars, a column for each day.

import { changing, taking } from "./by_hand.js";
import { chip, el, show } from "./dom.js";
import { read } from "./reader.js";
import { ask } from "./wire.js";
import { clock, isoDay, moment } from "./words.js";

const DAY = 86_400_000;
const HUES = 6;
const name = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", weekday: "short" });
const long = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "long", day: "numeric" });

export function calendars(column, { act }) {
  const place = column.querySelector(".week");
  const legend = column.querySelector(".legend");
  const offer = taking(column.querySelector(".take"), act);
  const away = new Set();
  let known = { today: isoDay(Date.now() / 1000), all: [] };
  let weeks = 0;

  column.querySelectorAll("[data-weeks]").forEach((button) =>
    button.addEventListener("click", () => {
      weeks = Number(button.dataset.weeks) ? weeks + Number(button.dataset.weeks) : 0;
      draw();
    }),
  );

  function draw() {
    const days = weekOf(known.today, weeks);
    column.querySelector(".week-name").textContent = `${long.format(days[0])} – ${long.format(days[6])}`;
    if (place.children.length !== 7) place.append(...days.map(() => el("section", {}, el("h3"), el("ol"))));
    const events = known.all.filter(({ calendar }) => !away.has(calendar));
    days.forEach((date, n) => drawDay(place.children[n], date, events, known.today, act));
    showToday();
  }

  /** Once, where a week is wider than the column. */
  function showToday() {
    const today = place.querySelector(".today");
    if (!today || place.dataset.seen) return;
    place.dataset.seen = "yes";
    place.scrollLeft = today.offsetLeft - place.offsetLeft - today.offsetWidth;
  }

  return {
    load: async () => {
      const [found, told] = await Promise.all([ask("calendars"), ask("clock")]);
      return { found, today: told.now.slice(0, 10) };
    },
    render: ({ found, today }) => {
      known = { today, all: found.flatMap((one, n) => one.events.map((event) => entry(one, n, event))) };
      offer(found, today);
      show(legend, found.map(({ id, summary }, n) => ({ id, summary, n })), { key: ({ id }) => id, draw: toggle });
      draw();
    },
  };

  function toggle({ id, summary, n }) {
    const box = el("input", { type: "checkbox", checked: !away.has(id) });
    box.addEventListener("change", () => {
      away[box.checked ? "delete" : "add"](id);
      draw();
    });
    return el("label", { "data-hue": n % HUES }, box, el("span", {}, summary));
  }
}

/** Midnights, in UTC, of the seven days from Sunday on. */
function weekOf(today, weeks) {
  const date = Date.parse(`${today}T00:00:00Z`);
  const sunday = date - new Date(date).getUTCDay() * DAY + weeks * 7 * DAY;
  return Array.from({ length: 7 }, (_, n) => new Date(sunday + n * DAY));
}

function entry(calendar, hue, event) {
  const start = event.start.dateTime;
  return {
    key: `${calendar.id} ${event.id}`,
    calendar: calendar.id,
    named: calendar.summary,
    hue: hue % HUES,
    day: start ? isoDay(start) : event.start.date,
    event,
  };
}

function drawDay(section, date, events, today, act) {
  const iso = date.toISOString().slice(0, 10);
  const title = section.querySelector("h3");
  title.replaceChildren(name.format(date), " ", el("span", { className: "mono" }, String(date.getUTCDate())));
  section.classList.toggle("today", iso === today);
  const list = section.querySelector("ol");
  if (list.dataset.day !== iso) list.replaceWith(el("ol", { "data-day": iso }));
  const there = events.filter((one) => one.day === iso).sort((a, b) => startOf(a).localeCompare(startOf(b)));
  show(section.querySelector("ol"), there, { key: (one) => one.key, draw: (one) => block(one, act) });
}

const startOf = ({ event }) => event.start.dateTime ?? event.start.date;

const hours = (event) =>
  event.start.dateTime ? `${clock(event.start.dateTime)} – ${clock(event.end.dateTime)}` : "all day";

function block({ calendar, event, named, hue }, act) {
  const gone = event.status === "cancelled";
  return el(
    "li",
    { className: gone ? "event gone" : "event", "data-hue": hue },
    el(
      "button",
      { type: "button", title: named, onclick: () => openEvent(event, named, changing(calendar, event, act)) },
      el("span", { className: "mono" }, event.start.dateTime ? clock(event.start.dateTime) : "all day"),
      el("span", {}, event.summary ?? "busy"),
    ),
  );
}

function openEvent(event, named, ways) {
  const pairs = {
    Calendar: named,
    When: event.start.dateTime ? `${moment(event.start.dateTime)} to ${clock(event.end.dateTime)}` : hours(event),
    Where: event.location,
    Changed: moment(event.updated),
    Id: event.id,
    Properties: event.extendedProperties && JSON.stringify(event.extendedProperties),
  };
  const said = Object.entries(pairs).filter(([, value]) => value);
  read(
    event.summary ?? "busy",
    chip(event.status, event.status === "cancelled" ? "" : "good"),
    el("dl", { className: "facts" }, said.map(([key, value]) => [el("dt", {}, key), el("dd", {}, value)])),
    ...(event.description ? [el("pre", {}, asShown(event.description))] : []),
    el("p", { className: "line ways" }, ways),
  );
}

/** The text of a description, which is HTML to Google; no tag of it is ever put into this page. */
function asShown(html) {
  return new DOMParser().parseFromString(html.replaceAll("<", "&lt;"), "text/html").documentElement.textContent;
}
