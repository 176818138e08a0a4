// Looks over a page as an inspector of accessibility would, and returns what is wrong, each as a sentence.

() => {
  const wrong = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const name = (node) => `${node.localName}.${node.className} "${(node.textContent || node.value || "").trim().slice(0, 40)}"`;

  const isSeen = (node) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 1 && height > 1 && node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  const channels = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    const most = colour.startsWith("color(") ? 255 : 1; // mixed colours are told in shares of one
    return { red: red * most, green: green * most, blue: blue * most, alpha };
  };

  const light = ({ red, green, blue }) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.alpha === 1) return colour;
    }
    return { red: 255, green: 255, blue: 255 };
  };

  const contrast = (node, colour) => {
    const [dark, bright] = [light(colour), light(ground(node))].sort((one, other) => one - other);
    return (bright + 0.05) / (dark + 0.05);
  };

  const hasWords = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());

  const checkContrast = () => {
    for (const node of all("body *")) {
      if (!hasWords(node) || !isSeen(node)) continue;
      const style = getComputedStyle(node);
      const least = parseFloat(style.fontSize) >= 24 ? 3 : 4.5;
      const found = contrast(node, channels(style.color));
      if (found < least) wrong.push(`${name(node)} has a contrast of ${found.toFixed(2)}`);
    }
  };

  const label = (field) => field.ariaLabel || [...(field.labels ?? [])].map((text) => text.textContent.trim()).join("");

  const checkNames = () => {
    for (const field of all("input:not([type=hidden]), textarea, select")) {
      if (!label(field)) wrong.push(`${name(field)} has no label`);
    }
    for (const pressed of all("button, a[href]")) {
      if (!(pressed.ariaLabel || pressed.textContent.trim())) wrong.push(`${name(pressed)} has no name`);
    }
    for (const picture of all("img:not([alt])")) wrong.push(`${picture.src} has no alternative text`);
  };

  const checkOrder = () => {
    const levels = all("h1, h2, h3, h4").filter(isSeen).map((heading) => Number(heading.localName[1]));
    if (levels.filter((level) => level === 1).length !== 1) wrong.push(`there are ${levels.join()} as headings`);
    levels.forEach((level, n) => n && level > levels[n - 1] + 1 && wrong.push(`a heading of ${level} after ${levels[n - 1]}`));
    for (const node of all("[tabindex]")) if (node.tabIndex > 0) wrong.push(`${name(node)} jumps the queue`);
    const ids = all("[id]").map((node) => node.id);
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) wrong.push(`the id ${id} is there twice`);
    if (!document.documentElement.lang) wrong.push("the page names no language");
    if (!all("main").length) wrong.push("the page has no main part");
  };

  const checkThumb = () => {
    for (const node of all("button, a.pill, input:not([type=hidden], [type=checkbox]), textarea, label:has([type=checkbox])")) {
      const { height } = node.getBoundingClientRect();
      if (isSeen(node) && height < 43.5) wrong.push(`${name(node)} is ${height} high`);
    }
    for (const field of all("input, textarea")) {
      if (isSeen(field) && parseFloat(getComputedStyle(field).fontSize) < 16) wrong.push(`${name(field)} makes a phone zoom`);
    }
    if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page is wider than the screen");
  };

  for (const check of [checkContrast, checkNames, checkOrder, checkThumb]) check();
  return wrong;
}
