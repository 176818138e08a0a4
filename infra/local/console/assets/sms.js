// Texts as telephones show them: whole, since a code has to be read.

import { chip, el, show } from "./dom.js";
import { ask } from "./wire.js";
import { moment } from "./words.js";

const LINK = /(https?:\/\/\S+)/;

export function sms(column) {
  const list = column.querySelector(".things");
  return {
    load: () => ask("sms"),
    render: (texts) => {
      column.querySelector(".empty").hidden = texts.length > 0;
      show(list, texts, { key: (text) => text.sid, draw: row });
    },
  };
}

const linked = (words) =>
  LINK.test(words) ? el("a", { href: words, target: "_blank", rel: "noopener" }, words) : words;

function row(text) {
  return el(
    "li",
    { className: "thing" },
    el("span", { className: "line quiet mono" }, el("span", { className: "cut" }, text.to), el("time", {}, moment(text.at))),
    el("p", { className: "text" }, text.body.split(LINK).map(linked)),
    el("span", { className: "line" }, chip(text.status, "good"), text.segments > 1 && chip(`${text.segments} parts`)),
  );
}
