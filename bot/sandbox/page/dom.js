// Building elements without markup strings, so that foreign text can only ever become text.

/** Makes an element. `on…` adds a listener, `text` sets the text, null and false leave a thing out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

// Drawn on a 24 px grid with a round 2 px pen; "flip" ones turn over in a right-to-left page.
const SHAPES = {
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  send: "M4 12l16-8-5 16-3.500-6.500zM11.500 13.500L20 4",
  clip: "M20 11.500l-8.300 8.300a5 5 0 0 1-7.100-7.100l8.700-8.700a3.400 3.400 0 0 1 4.800 4.800l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400L15 7.200",
  mic: "M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3",
  close: "M6 6l12 12M18 6L6 18",
  tick: "M5 12.500l4.500 4.500L19 7.500",
  ticks: "M2.500 12.500L7 17l9-9.500M11.500 16l1 1 9-9.500",
  clock: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2",
  tools: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.800v4.400M9 14.800v4.400",
  columns: "M4 5h16v14H4zM12 5v14",
  play: "M8 5.500v13l11-6.500z",
  pause: "M8 5.500v13M16 5.500v13",
  pin: "M12 21s7-6.200 7-11.200A7 7 0 0 0 5 9.800C5 14.800 12 21 12 21zM12 7.500a2.400 2.400 0 1 0 0 4.800 2.400 2.400 0 0 0 0-4.800z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  reply: "M10 6l-6 5.500 6 5.500M4.500 11.500H14a6 6 0 0 1 6 6v.500",
  edit: "M5 19l1-4L16.500 4.500l3 3L9 18zM14 7l3 3",
  copy: "M9 9h10v11H9zM6 15H5V4h10v2",
  slash: "M15 5L9 19",
  keyboard: "M3.500 7h17v10h-17zM7 10.500h.010M10.300 10.500h.010M13.600 10.500h.010M17 10.500h.010M8 14h8",
  down: "M5 9l7 7 7-7",
  plus: "M12 5v14M5 12h14",
  sticker: "M4 12a8 8 0 0 1 16 0c0 1-6 8-8 8a8 8 0 0 1-8-8zM9 10h.010M15 10h.010M9 14c1.500 1.600 3.500 1.600 5 .500",
  photo: "M4 5h16v14H4zM4 16l4.500-4.500 4 4 2.500-2.500 5 4.500M15.500 8.500h.010",
  album: "M4 7h12v12H4zM8 4h12v12M4 16l3.500-3.500 3 3",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.500 20a7.500 7.500 0 0 1 15 0",
  people: "M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM2.500 19.500a6.500 6.500 0 0 1 13 0M15.500 5.200a3.500 3.500 0 0 1 0 6.600M17.500 14.300a6.500 6.500 0 0 1 4 5.200",
  video: "M3.500 6.500h11v11h-11zM14.500 11l6-3.500v9l-6-3.500",
  list: "M9 6h11M9 12h11M9 18h11M4.500 6h.010M4.500 12h.010M4.500 18h.010",
  warn: "M12 4l9 16H3zM12 10v4.500M12 17.300h.010",
  thumbtack: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  globe: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17",
  fullscreen: "M5 10V5h5M19 14v5h-5",
};
const FLIPPED = new Set(["back", "next", "send", "reply"]);

/** A decorative icon; the button around it carries the label. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", FLIPPED.has(name) ? "icon flip" : "icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name] ?? SHAPES.file);
  svg.append(path);
  return svg;
}

/** A round button with an icon and a spoken label. */
export function iconButton(name, label, attributes = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, ...attributes }, icon(name));
}

/** Replaces an element's children only as far as they differ, keeping focus and playing sound. */
export function arrange(parent, children) {
  let here = parent.firstChild;
  for (const child of children) {
    if (child === here) here = here.nextSibling;
    else parent.insertBefore(child, here);
  }
  while (here) {
    const gone = here;
    here = here.nextSibling;
    gone.remove();
  }
}

/** Remembers small choices of this browser; silently forgets where storage is forbidden. */
export const memory = {
  get(name) {
    try {
      return localStorage.getItem(`hamdeli.${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`hamdeli.${name}`, value);
    } catch {
      // A private window may refuse; the choice then lasts for this visit only.
    }
  },
};
