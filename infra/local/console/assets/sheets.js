// The owner's workbook: cells to type into, and what keeps an edit from being published.

import { el, glow, show } from "./dom.js";
import { ask } from "./wire.js";

const STATUS = "Status";
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const SPARE_ROWS = 1;

const letter = (n) => (n < 26 ? String.fromCharCode(65 + n) : letter(Math.floor(n / 26) - 1) + letter(n % 26));

export function sheets(column, { act, look }) {
  const place = column.querySelector(".grid-place");
  let chosen = null;
  let grid = null;

  /** Type into a cell; tell whether it was taken. */
  const save = (cell, value) =>
    act(() => ask(`sheets/${encodeURIComponent(chosen)}`, { method: "PUT", body: { cell, value } }));

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
      if (!chosen) return { tabs, rows: [], status: [] };
      const [shown, status] = await Promise.all([chosen, STATUS].map((tab) => tabRows(tabs, tab)));
      return { tabs, tab: chosen, rows: shown, status };
    },
    render: ({ tabs, tab, rows, status }) => {
      const items = tabs.map((name) => ({ name, on: name === tab }));
      show(column.querySelector(".tabs"), items, { key: ({ name }) => name, draw: (item) => tabButton(item, choose) });
      note(column.querySelector(".status-note"), status);
      if (tab !== chosen) return;
      if (!grid) place.replaceChildren((grid = new Grid({ save, locked: tab === STATUS })).table);
      grid.show(rows, problemsOf(status, tab));
    },
  };
}

const tabRows = async (tabs, tab) =>
  tabs.includes(tab) ? (await ask(`sheets/${encodeURIComponent(tab)}`)).rows : [];

function tabButton({ name, on }, choose) {
  const props = { type: "button", role: "tab", "aria-selected": String(on), onclick: () => choose(name) };
  return el("button", props, name);
}

const problemRows = (status) => status.slice(3).map((row) => row.join(" ")).filter(Boolean);

/** The cells of a tab that its Status names ("Massages!C2: ..."), with what is wrong. */
function problemsOf(status, tab) {
  const named = problemRows(status).map((text) => text.match(/^'?(.+?)'?!([A-Z]+\d+):? ?(.*)$/)).filter(Boolean);
  return new Map(named.filter((match) => match[1] === tab).map((match) => [match[2], match[3]]));
}

function note(place, status) {
  const problems = problemRows(status);
  const [state, version] = [status[0]?.[1], status[1]?.[1]];
  const words = state ? `${state} · version ${version} in force` : "Nothing was published from here yet.";
  const lines = problems.map((text) => el("li", {}, text));
  const drawn = el("div", {}, el("p", { className: problems.length ? "bad" : "good" }, words), el("ul", {}, lines));
  if (place.innerHTML !== drawn.innerHTML) place.replaceChildren(...drawn.childNodes);
}

/** A grid of cells; one at a time can be reached by Tab, the others by arrows. */
class Grid {
  #rows = [];
  #at = [0, 0];

  constructor({ save, locked }) {
    this.table = el("table", { role: "grid", className: "grid", onkeydown: (event) => this.#key(event) });
    this.table.addEventListener("click", (event) => this.#edit(event.target.closest("td")));
    Object.assign(this, { save, locked });
  }

  /** Show rows; a cell that somebody types into stays as it is. */
  show(rows, problems) {
    const first = this.#rows.length === 0;
    const width = Math.max(1, ...rows.map((row) => row.length));
    const height = rows.length + (this.locked ? 0 : SPARE_ROWS);
    if (this.#rows.length !== height || this.#rows[0]?.length !== width) this.#build(height, width);
    this.#rows.forEach((cells, n) =>
      cells.forEach((cell, m) => {
        const text = String(rows[n]?.[m] ?? "");
        const trouble = problems.get(`${letter(m)}${n + 1}`) ?? "";
        cell.classList.toggle("bad", Boolean(trouble));
        cell.title = trouble;
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
    const lines = this.#rows.map((cells, n) => el("tr", {}, el("th", { scope: "row" }, String(n + 1)), cells));
    this.table.replaceChildren(el("thead", {}, el("tr", {}, el("th"), heads)), el("tbody", {}, lines));
    this.#goTo(Math.min(this.#at[0], height - 1), Math.min(this.#at[1], width - 1), { focus: false });
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
