// A round picture for a person, a group or the bot: colour and first letter, nothing to fetch.
import { el, icon } from "./dom.js";
import { state } from "./state.js";

const HUES = 8;

/** The colour class of a person or group: by place in the cast, so that neighbours differ. */
export function hue(id) {
  const place = state.world?.people.findIndex((one) => one.id === id) ?? -1;
  return `hue-${(place >= 0 ? place : Math.abs(Number(id) || 0) + 3) % HUES}`;
}

/** `kind` is "person", "group" or "bot"; the colour follows `id`, so it stays the same everywhere. */
export function avatar(kind, id, name = "") {
  if (kind === "bot") return el("span", { class: "avatar bot", "aria-hidden": "true" }, el("img", { src: "/page/mark.svg", alt: "", width: 44, height: 44 }));
  const box = el("span", { class: `avatar ${hue(id)}`, "aria-hidden": "true" });
  box.append(kind === "group" ? icon("people") : [...(name.trim() || "؟")][0]);
  return box;
}
