// How times, amounts and ids are written: on the spa's wall clock, in its words.

let zone = "America/New_York";

/** Set the zone that all times are written in. */
export function liveIn(name) {
  zone = name;
}

const formats = new Map();

function written(instant, options) {
  const name = zone + JSON.stringify(options);
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options }));
  return formats.get(name).format(instant);
}

const date = (value) => (typeof value === "number" ? new Date(value * 1000) : new Date(value));

/** "3:04 PM" */
export const clock = (value) => written(date(value), { hour: "numeric", minute: "2-digit" });

/** "3:04:05 PM" */
export const seconds = (value) => written(date(value), { hour: "numeric", minute: "2-digit", second: "2-digit" });

/** "Nov 25, 3:04 PM" */
export const moment = (value) =>
  written(date(value), { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });

/** "Wednesday, November 25, 2026" */
export const day = (value) =>
  written(date(value), { weekday: "long", month: "long", day: "numeric", year: "numeric" });

/** "2026-11-25", the spa's day of an instant. */
export const isoDay = (value) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    date(value),
  );

/** "$135.00" from cents. */
export const money = (cents, currency = "usd") =>
  new Intl.NumberFormat("en-US", { style: "currency", currency }).format(cents / 100);

/** "2 days 3 h 10 min" */
export function span(total) {
  const minutes = Math.round(Math.abs(total) / 60);
  const parts = [
    [Math.floor(minutes / 1440), "day"],
    [Math.floor(minutes / 60) % 24, "h"],
    [minutes % 60, "min"],
  ];
  const said = parts.filter(([n]) => n).map(([n, unit]) => `${n} ${unit}${unit === "day" && n > 1 ? "s" : ""}`);
  return said.join(" ") || "less than a minute";
}
