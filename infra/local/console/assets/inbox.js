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
  const place = el("div", { className: "letter-place" });
  const seen = { look: mail.html ? "Desk" : "Text", ground: "Dark" };
  const draw = (news) => {
    Object.assign(seen, news);
    place.dataset.look = seen.look;
    place.replaceChildren(seen.look === "Text" ? el("pre", { className: "letter" }, mail.text ?? "") : frame(mail, seen.ground));
  };
  const looks = ["Phone", "Desk", "Text"].filter((look) => (look === "Text" ? mail.text : mail.html));
  read(
    mail.subject,
    facts(mail),
    el(
      "div",
      { className: "switches" },
      choice("How to read it", looks, seen.look, (look) => draw({ look })),
      mail.html ? choice("On which ground", ["Dark", "Light"], seen.ground, (ground) => draw({ ground })) : null,
    ),
    place,
    el("div", { className: "files" }, mail.attachments.map(file)),
  );
  draw({});
}

/** A row of buttons of which one is pressed. */
function choice(label, words, first, chosen) {
  const buttons = words.map((word) => el("button", { type: "button", className: "button", onclick: () => choose(word) }, word));
  const press = (word) => buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === word)));
  function choose(word) {
    press(word);
    chosen(word);
  }
  press(first);
  return el("div", { className: "switch", role: "group", "aria-label": label }, buttons);
}

function facts(mail) {
  const told = mail.events.map(({ event, at }) => `${event} ${moment(at)}`).join(", ");
  const pairs = { Preview: mail.preview || "none", From: mail.from.email, To: people(mail), At: moment(mail.at), Since: told || "nothing yet" };
  return el("dl", { className: "facts" }, Object.entries(pairs).map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

const frame = (mail, ground) =>
  el("iframe", {
    title: `The mail "${mail.subject}"`,
    src: `/console/api/inbox/${encodeURIComponent(mail.id)}/html?ground=${ground.toLowerCase()}`,
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
