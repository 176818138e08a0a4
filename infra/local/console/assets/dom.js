// Elements, and lists that change as little as they can: what is new or changed glows once.

/** Make an element; `props` are properties, `data-*` and `aria-*` attributes and `on*` listeners. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name.includes("-") || name === "role") node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A small word in a frame; `tone` is "good", "bad", "due" or nothing. */
export const chip = (text, tone = "") => el("span", { className: `chip ${tone}` }, text);

/** Let an element glow once. */
export function glow(node) {
  node.classList.add("glow");
  node.addEventListener("animationend", () => node.classList.remove("glow"), { once: true });
}

const known = new WeakMap();

/** Show `items` in `list`, each drawn once for each of its states; `key` names an item, `news` is what may glow. */
export function show(list, items, { key, draw, news = (item) => item }) {
  const before = known.get(list);
  const now = new Map(items.map((item) => [key(item), entry(item, before?.get(key(item)), { draw, news })]));
  for (const [name, { node, told }] of now) if (before && before.get(name)?.told !== told) glow(node);
  known.set(list, now);
  settle(list, [...now.values()].map(({ node }) => node));
}

function entry(item, old, { draw, news }) {
  const text = JSON.stringify(item);
  if (old?.text === text) return old;
  return { text, told: JSON.stringify(news(item)), node: redrawn(draw(item), old?.node) };
}

/** Take over what a person has opened, and where they are. */
function redrawn(node, old) {
  if (!old) return node;
  const fresh = [...node.querySelectorAll("details")];
  old.querySelectorAll("details").forEach((details, n) => fresh[n] && (fresh[n].open = details.open));
  if (old.contains(document.activeElement)) queueMicrotask(() => node.querySelector("button, summary, a")?.focus());
  return node;
}

/** Bring nodes into order without touching those that stand right: a moved iframe or focus would be lost. */
function settle(list, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, n) => {
    if (list.children[n] !== node) list.insertBefore(node, list.children[n] ?? null);
  });
}
