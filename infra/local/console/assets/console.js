// The page: one column for each vendor, and a bar that leads to them.

import { calendars } from "./calendars.js";
import { cases } from "./cases.js";
import { clock } from "./clock.js";
import { el } from "./dom.js";
import { events } from "./events.js";
import { inbox } from "./inbox.js";
import { Notice } from "./notice.js";
import { payments } from "./payments.js";
import { sheets } from "./sheets.js";
import { sms } from "./sms.js";
import { tasks } from "./tasks.js";
import { webhooks } from "./webhooks.js";
import { keepLooking, Watch } from "./wire.js";

const PANELS = { clock, inbox, sms, cases, calendars, payments, sheets, events, webhooks, tasks };
const ALWAYS = new Set(["clock"]);
const nav = document.querySelector(".bar nav");
const live = document.querySelector(".live");
const silent = new Set();

function open(column) {
  const name = column.id;
  const notice = new Notice(column.querySelector(".trouble"));
  const panel = PANELS[name](column, {
    look: () => watch.look(),
    act: (work) =>
      watch.act(work).then(
        () => true,
        (error) => {
          notice.pass(error.message);
          return false;
        },
      ),
  });
  const watch = new Watch({
    ...panel,
    trouble: (sentence) => {
      notice.stand(sentence);
      tellLife(name, sentence);
    },
  });
  watch.wanted = ALWAYS.has(name);
  const way = el("button", { type: "button", onclick: () => goTo(column) }, column.querySelector("h2").textContent);
  nav.append(way);
  return { column, watch, way };
}

function tellLife(name, sentence) {
  silent[sentence ? "add" : "delete"](name);
  live.classList.toggle("lost", silent.size > 0);
  live.firstElementChild.textContent = silent.size ? "not all answers" : "live";
}

function goTo(column) {
  column.scrollIntoView({ inline: "start", block: "nearest" });
  column.querySelector(".body").focus({ preventScroll: true });
}

const opened = [...document.querySelectorAll(".column")].map(open);
const sight = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const { watch, way } = opened.find(({ column }) => column === target);
      way.toggleAttribute("data-in-sight", isIntersecting);
      watch.wanted = isIntersecting || ALWAYS.has(target.id);
      if (isIntersecting) watch.look();
    }
  },
  { threshold: 0.1 },
);
opened.forEach(({ column }) => sight.observe(column));
opened.filter(({ watch }) => watch.wanted).forEach(({ watch }) => watch.look());
keepLooking(opened.map(({ watch }) => watch));
