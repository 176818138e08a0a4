// What people do in Google's own page: take time, move an event, delete it.

import { el } from "./dom.js";
import { ask } from "./wire.js";
import { isoDay } from "./words.js";

const HOUR = 3_600_000;

const way = (calendar, event = "") =>
  `calendars/${encodeURIComponent(calendar)}/events${event && `/${encodeURIComponent(event)}`}`;

/** Let a form add events; return how to offer calendars in it. */
export function taking(form, act) {
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const { calendar, day, from, to, summary } = Object.fromEntries(new FormData(form));
    const body = { summary: summary || "Busy", start: `${day}T${from}`, end: `${day}T${to}` };
    act(() => ask(way(calendar), { method: "POST", body }));
  });
  return (calendars, today) => {
    form.elements.day.value ||= today ?? isoDay(Date.now() / 1000);
    const chosen = form.elements.calendar.value;
    form.elements.calendar.replaceChildren(...calendars.map(({ id, summary }) => el("option", { value: id }, summary)));
    form.elements.calendar.value = calendars.some(({ id }) => id === chosen) ? chosen : (calendars.at(-1)?.id ?? "");
  };
}

/** Return buttons that change an event; whatever was pressed closes the reader. */
export function changing(calendar, event, act) {
  const press = (label, options) =>
    el("button", { type: "button", className: "button", onclick: ({ target }) => {
      target.closest("dialog").close();
      act(() => ask(way(calendar, event.id), options));
    } }, label);
  if (event.status === "cancelled" || !event.start.dateTime) return [];
  const later = (point) => new Date(Date.parse(point.dateTime) + HOUR).toISOString();
  const body = { start: later(event.start), end: later(event.end) };
  return [press("An hour later", { method: "PATCH", body }), press("Delete", { method: "DELETE" })];
}
