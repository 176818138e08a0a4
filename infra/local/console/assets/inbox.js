// Mails as their readers see them: HTML in a frame that can run nothing, the text, and what is attached.

import { chip, el, show } from "./dom.js";
import { read } from "./reader.js";
import { ask } from "./wire.js";
import { moment } from "./words.js";

const TONES = { accepted: "", delivered: "good", processed: "", open: "good", click: "good", deferred: "due" };

export function inbox(column) {
  const list = column.querySelector(".things");
  return {
    load: () => ask("inbox"),
    render: (mails) => {
      column.querySelector(".empty").hidden = mails.length > 0;
      show(list, mails, { key: (mail) => mail.id, draw: row });
    },
  };
}

const people = (mail) => [...mail.to, ...mail.cc, ...mail.bcc].map((person) => person.email).join(", ");

function row(mail) {
  const last = mail.events.at(-1)?.event ?? "accepted";
  return el(
    "li",
    { className: "thing" },
    el(
      "button",
      { type: "button", className: "whole", onclick: () => openMail(mail) },
      el("strong", {}, mail.subject),
      el("span", { className: "line quiet mono" }, el("span", { className: "cut" }, people(mail)), el("time", {}, moment(mail.at))),
      el(
        "span",
        { className: "line" },
        chip(last, TONES[last] ?? "bad"),
        mail.attachments.map((file) => chip(file.filename)),
      ),
    ),
  );
}

function openMail(mail) {
  const bodies = { HTML: mail.html && frame(mail), Text: mail.text && el("pre", { className: "letter" }, mail.text) };
  const place = el("div", { className: "letter-place" });
  const kinds = Object.keys(bodies).filter((kind) => bodies[kind]);
  const buttons = kinds.map((kind) => el("button", { type: "button", className: "button", onclick: () => choose(kind) }, kind));
  function choose(kind) {
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === kind)));
    place.replaceChildren(bodies[kind]);
  }
  read(
    mail.subject,
    facts(mail),
    el("div", { className: "switch", role: "group", "aria-label": "How to read it" }, buttons),
    place,
    el("div", { className: "files" }, mail.attachments.map(file)),
  );
  if (kinds.length) choose(kinds[0]);
}

function facts(mail) {
  const told = mail.events.map(({ event, at }) => `${event} ${moment(at)}`).join(", ");
  const pairs = { From: mail.from.email, To: people(mail), At: moment(mail.at), Since: told || "nothing yet" };
  return el("dl", { className: "facts" }, Object.entries(pairs).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

const frame = (mail) =>
  el("iframe", {
    title: `The mail "${mail.subject}"`,
    src: `/console/api/inbox/${encodeURIComponent(mail.id)}/html`,
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
  });

function file(attachment) {
  const bytes = Uint8Array.from(atob(attachment.content), (letter) => letter.charCodeAt(0));
  // Never as what it claims to be: a file that is opened here would be a page of ours.
  const href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  return el(
    "div",
    {},
    el("a", { href, download: attachment.filename, className: "button" }, `Download ${attachment.filename}`),
    attachment.text ? el("details", {}, el("summary", {}, "Read it here"), el("pre", {}, attachment.text)) : null,
  );
}
