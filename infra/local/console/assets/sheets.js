// The owner's workbook: cells to type into, rows to hide, and what keeps an edit from being published.

import { el, glow, show } from "./dom.js";
import { ask } from "./wire.js";

const STATUS = "Status";
const QUESTION = "Publish anyway?";
const ANSWER = "B4";
const NOTE = "Note";
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const SPARE_ROWS = 1;

const letter = (n) => (n < 26 ? String.fromCharCode(65 + n) : letter(Math.floor(n / 26) - 1) + letter(n % 26));

export function sheets(column, { act, look }) {
  const place = column.querySelector(".grid-place");
  let chosen = null;
  let grid = null;

  /** Do something in a tab as the owner would; tell whether it was taken. */
  const edit = (tab, body) => act(() => ask(`sheets/${encodeURIComponent(tab)}`, { method: "PUT", body }));
  const save = (cell, value) => edit(chosen, { cell, value });
  const hide = (row, hidden) => edit(chosen, { row, hidden });
  const agree = () => edit(STATUS, { cell: ANSWER, value: "yes" });

  function choose(tab) {
    chosen = tab;
    grid = null;
    place.replaceChildren();
    look();
  }

  return {
    load: async () => {
      const tabs = await ask("sheets");
      chosen = tabs.includes(chosen) ? chosen : tabs[0];
      if (!chosen) return { tabs, status: [] };
      const [shown, status] = await Promise.all([chosen, STATUS].map((tab) => lookAt(tabs, tab)));
      return { tabs, tab: chosen, shown, status: status.rows };
    },
    render: ({ tabs, tab, shown, status }) => {
      const items = tabs.map((name) => ({ name, on: name === tab }));
      show(column.querySelector(".tabs"), items, { key: ({ name }) => name, draw: (item) => tabButton(item, choose) });
      note(column.querySelector(".status-note"), status, agree);
      if (!tab || tab !== chosen) return;
      if (!grid) place.replaceChildren((grid = new Grid({ save, hide, locked: tab === STATUS })).table);
      grid.show(shown, problemsOf(status, tab));
    },
  };
}

const NOTHING = { rows: [], hidden: [], merges: [] };
const lookAt = async (tabs, tab) => (tabs.includes(tab) ? ask(`sheets/${encodeURIComponent(tab)}`) : NOTHING);

function tabButton({ name, on }, choose) {
  const props = { type: "button", role: "tab", "aria-selected": String(on), onclick: () => choose(name) };
  return el("button", props, name);
}

const said = (status) => status.slice(3).filter((row) => row.join("") && row[0] !== QUESTION);
const problemRows = (status) => said(status).filter(([first]) => first !== NOTE);

/** The cells of a tab that its Status names ("Massages!C2: ..."), with what is wrong. */
function problemsOf(status, tab) {
  const texts = problemRows(status).map(([text]) => String(text));
  const named = texts.map((text) => text.match(/^'?(.+?)'?!([A-Z]+\d+):? ?(.*)$/)).filter(Boolean);
  return new Map(named.filter((match) => match[1] === tab).map((match) => [match[2], match[3]]));
}

/** How things stand: what is in force, what is wrong or waits, and what is only worth knowing. */
function note(place, status, agree) {
  const asked = status.some(([first]) => first === QUESTION);
  const [state, version] = [status[0]?.[1], status[1]?.[1]];
  const words = state ? `${state} · version ${version} in force` : "Nothing was published from here yet.";
  const tone = problemRows(status).length ? "bad" : "good";
  const lines = said(status).map(([first, second]) =>
    first === NOTE ? el("li", { className: "quiet" }, second) : el("li", {}, first),
  );
  const yes = asked && el("button", { type: "button", className: "agree", onclick: agree }, "Publish anyway");
  const drawn = el("div", {}, el("p", { className: tone }, words), el("ul", {}, lines), yes);
  if (place.innerHTML !== drawn.innerHTML) place.replaceChildren(...drawn.childNodes);
}

const places = (cell) => {
  const [, letters, row] = cell.match(/^([A-Z]+)(\d+)$/);
  return [Number(row) - 1, [...letters].reduce((n, one) => n * 26 + one.charCodeAt(0) - 64, 0) - 1];
};

/** The name of the cell that lies over one, nothing if none does. */
function over(merges, row, column) {
  for (const merge of merges) {
    const [first, last] = merge.split(":");
    const [[top, left], [bottom, right]] = [places(first), places(last)];
    const inside = row >= top && row <= bottom && column >= left && column <= right;
    if (inside && (row !== top || column !== left)) return first;
  }
  return "";
}

/** A grid of cells; one at a time can be reached by Tab, the others by arrows. */
class Grid {
  #rows = [];
  #at = [0, 0];

  #heads = [];

  constructor({ save, hide, locked }) {
    this.table = el("table", { role: "grid", className: "grid", onkeydown: (event) => this.#key(event) });
    this.table.addEventListener("click", (event) => this.#edit(event.target.closest("td")));
    Object.assign(this, { save, hide, locked });
  }

  /** Show rows; a cell that somebody types into stays as it is. */
  show({ rows, hidden, merges }, problems) {
    const first = this.#rows.length === 0;
    const width = Math.max(1, ...rows.map((row) => row.length));
    const height = rows.length + (this.locked ? 0 : SPARE_ROWS);
    if (this.#rows.length !== height || this.#rows[0]?.length !== width) this.#build(height, width);
    this.#heads.forEach((head, n) => this.#tellHidden(head, n + 1, hidden.includes(n + 1)));
    this.#rows.forEach((cells, n) =>
      cells.forEach((cell, m) => {
        const text = String(rows[n]?.[m] ?? "");
        const trouble = problems.get(`${letter(m)}${n + 1}`) ?? "";
        const cover = over(merges, n, m);
        cell.classList.toggle("bad", Boolean(trouble));
        cell.classList.toggle("covered", Boolean(cover));
        cell.title = trouble || (cover && `merged with ${cover}`);
        if (cell.dataset.text === text || cell.querySelector("input")) return;
        if (!first) glow(cell);
        cell.dataset.text = cell.textContent = text;
      }),
    );
  }

  #build(height, width) {
    this.#rows = Array.from({ length: height }, (_, n) =>
      Array.from({ length: width }, (_, m) => el("td", { role: "gridcell", tabIndex: -1, "data-row": n, "data-column": m })),
    );
    const heads = Array.from({ length: width }, (_, m) => el("th", { scope: "col" }, letter(m)));
    this.#heads = this.#rows.map((_, n) => this.#head(n + 1));
    const lines = this.#rows.map((cells, n) => el("tr", {}, this.#heads[n], cells));
    this.table.replaceChildren(el("thead", {}, el("tr", {}, el("th"), heads)), el("tbody", {}, lines));
    this.#goTo(Math.min(this.#at[0], height - 1), Math.min(this.#at[1], width - 1), { focus: false });
  }

  /** The number of a row; pressed, it hides the row or shows it. */
  #head(row) {
    if (this.locked) return el("th", { scope: "row" }, String(row));
    const onclick = ({ currentTarget }) => this.hide(row, currentTarget.getAttribute("aria-pressed") !== "true");
    return el("th", { scope: "row" }, el("button", { type: "button", tabIndex: -1, onclick }, String(row)));
  }

  #tellHidden(head, row, hidden) {
    head.parentElement.classList.toggle("hidden-row", hidden);
    const button = head.querySelector("button");
    if (!button) return;
    button.setAttribute("aria-pressed", String(hidden));
    button.setAttribute("aria-label", `Row ${row}, hide`);
    button.title = hidden ? "Hidden. Show the row" : "Hide the row";
  }

  #goTo(row, column, { focus = true } = {}) {
    const cell = this.#rows[row]?.[column];
    if (!cell) return;
    const before = this.#rows[this.#at[0]]?.[this.#at[1]];
    if (before) before.tabIndex = -1;
    this.#at = [row, column];
    cell.tabIndex = 0;
    if (focus) cell.focus();
  }

  #key(event) {
    if (event.target.tagName === "INPUT") return;
    const step = STEPS[event.key];
    const isTyping = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (step) this.#goTo(this.#at[0] + step[0], this.#at[1] + step[1]);
    else if (event.key === "Enter" || event.key === "F2") this.#edit(event.target.closest("td"));
    else if (isTyping) return void this.#edit(event.target.closest("td"), "");
    else return;
    event.preventDefault();
  }

  #edit(cell, text = cell?.dataset.text) {
    if (!cell || this.locked || cell.querySelector("input")) return;
    const [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
    const name = `${letter(column)}${row + 1}`;
    const input = el("input", { value: text, "aria-label": `Cell ${name}` });
    let open = true;
    const close = async (value) => {
      if (!open) return;
      open = false;
      const before = cell.dataset.text;
      cell.textContent = value ?? before;
      if (cell.textContent !== before && !(await this.save(name, value))) cell.textContent = before;
    };
    input.addEventListener("blur", () => close(input.value));
    input.addEventListener("keydown", ({ key }) => {
      if (key !== "Enter" && key !== "Escape") return;
      close(key === "Enter" ? input.value : null);
      this.#goTo(key === "Enter" ? Math.min(row + 1, this.#rows.length - 1) : row, column);
    });
    this.#goTo(row, column, { focus: false });
    cell.replaceChildren(input);
    input.focus();
    if (text) input.select();
  }
}
