// What waits for its time, and what runs by the clock.

import { chip, el, show } from "./dom.js";
import { ask } from "./wire.js";
import { moment } from "./words.js";

const TONES = { waiting: "due", done: "good", "gave up": "bad", deleted: "" };

export function tasks(column) {
  const [list, jobs] = column.querySelectorAll(".things");
  return {
    load: () => ask("tasks"),
    render: (found) => {
      column.querySelector(".empty").hidden = found.tasks.length > 0;
      show(list, found.tasks, { key: ({ queue, name }) => `${queue} ${name}`, draw: task });
      show(jobs, found.jobs, { key: ({ name }) => name, draw: job, news: ({ attempts, state }) => [attempts, state] });
    },
  };
}

const target = (url) => new URL(url).pathname.split("/").at(-1);

const attempts = (n) => `${n} attempt${n === 1 ? "" : "s"}`;

const task = (one) =>
  el(
    "li",
    { className: "thing" },
    el("p", { className: "line" }, el("strong", {}, target(one.url)), el("time", { className: "mono" }, moment(one.eta))),
    el("p", { className: "line quiet" }, chip(one.state, TONES[one.state]), attempts(one.attempts), ` · ${one.queue}`),
    one.detail && one.state !== "done" ? el("p", { className: "trouble" }, one.detail) : null,
    el("details", {}, el("summary", {}, one.name), el("pre", {}, one.body || "no body")),
  );

const job = (one) =>
  el(
    "li",
    { className: "thing job" },
    el("p", { className: "line" }, el("strong", {}, target(one.url)), el("span", { className: "mono" }, one.schedule)),
    el("p", { className: "line quiet" }, one.description),
    el(
      "p",
      { className: "line" },
      one.state === "ENABLED" ? chip(`next ${moment(one.next)}`) : chip(one.state.toLowerCase(), "bad"),
      one.last_attempt ? chip(`ran ${moment(one.last_attempt)}`, one.last_error ? "bad" : "good") : null,
    ),
    one.last_error ? el("p", { className: "trouble" }, one.last_error) : null,
  );
