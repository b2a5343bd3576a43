// Message text with its entities, as elements. Offsets count UTF-16 units, as JavaScript strings do.
import { el } from "./dom.js";
import { state } from "./state.js";
import { t } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", blockquote: "blockquote", expandable_blockquote: "blockquote" };
const PLAIN_LINK = /(?:https?:\/\/|t\.me\/)[^\s\u2066-\u2069<>«»"]+[^\s\u2066-\u2069<>«»".,:;!?؟،)]|(?<=^|[\s\u2068])\/[a-z][a-z0-9_]{0,31}(?=$|[\s\u2069.,،؛])/gi;

/** The text with its entities; `deeds` says what a command and an invite link do when pressed. */
export function formatted(text, entities, deeds) {
  const inside = (entities ?? [])
    .filter((one) => one.length > 0 && one.offset >= 0 && one.offset < text.length)
    .sort((one, other) => one.offset - other.offset || other.length - one.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...span(text, 0, text.length, inside, deeds, false));
  return fragment;
}

function span(text, from, to, entities, deeds, linked) {
  const nodes = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const one = entities[index];
    const start = Math.max(one.offset, at);
    const end = Math.min(one.offset + one.length, to);
    index += 1;
    if (end <= start) continue;
    nodes.push(...plain(text.slice(at, start), deeds, linked));
    const inner = [];
    while (index < entities.length && entities[index].offset < end) inner.push(entities[index++]);
    nodes.push(wrap(one, text, start, end, inner, deeds));
    at = end;
  }
  nodes.push(...plain(text.slice(at, to), deeds, linked));
  return nodes;
}

function wrap(entity, text, start, end, inner, deeds) {
  const own = text.slice(start, end);
  const children = () => span(text, start, end, inner, deeds, true);
  switch (entity.type) {
    case "code":
      return el("bdi", {}, el("code", { dir: "ltr", text: own }));
    case "pre":
      return el("pre", { dir: "ltr", text: own });
    case "spoiler":
      return spoiler(children());
    case "text_link":
      return link(entity.url, children(), deeds);
    case "url":
      return link(own, children(), deeds);
    case "email":
      return link(`mailto:${own}`, children(), deeds);
    case "phone_number":
      return el("bdi", {}, el("a", { href: `tel:${own.replace(/[^\d+]/g, "")}`, text: own }));
    case "bot_command":
      return command(own, deeds);
    case "mention":
    case "hashtag":
    case "cashtag":
    case "text_mention":
      return el("bdi", { class: "tag" }, ...children());
    default:
      return el(TAGS[entity.type] ?? "span", {}, ...span(text, start, end, inner, deeds, false));
  }
}

function spoiler(children) {
  const cover = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") }, ...children);
  const lift = () => {
    cover.classList.add("lifted");
    cover.removeAttribute("aria-label");
  };
  cover.addEventListener("click", lift);
  cover.addEventListener("keydown", (event) => event.key === "Enter" && lift());
  return cover;
}

function plain(text, deeds, linked) {
  if (!text) return [];
  if (linked) return [text];
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(PLAIN_LINK)) {
    nodes.push(text.slice(at, found.index));
    nodes.push(found[0].startsWith("/") ? command(found[0], deeds) : link(found[0], [found[0]], deeds));
    at = found.index + found[0].length;
  }
  nodes.push(text.slice(at));
  return nodes.filter((node) => node !== "");
}

function command(text, deeds) {
  return el("bdi", {}, el("button", { type: "button", class: "in-text", dir: "ltr", onclick: () => deeds.command(text), text }));
}

function link(url, children, deeds) {
  const start = invitation(url);
  if (start) {
    return el("bdi", {}, el("a", { href: url, class: "deep", dir: "auto", onclick: (event) => {
      event.preventDefault();
      deeds.start(start.payload);
    } }, ...children));
  }
  const href = /^(https?|mailto|tel):/i.test(url) ? url : `https://${url}`;
  return el("bdi", {}, el("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children));
}

/** What a link to our bot carries (`{payload}`), or null for any other link. */
export function invitation(url) {
  const found = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(\w+)\/?(?:\?(.*))?$/i.exec(url ?? "")
    ?? /^tg:\/\/resolve\?domain=(\w+)(?:&(.*))?$/i.exec(url ?? "");
  if (!found || found[1].toLowerCase() !== state.world?.bot.username?.toLowerCase()) return null;
  return { payload: new URLSearchParams(found[2] ?? "").get("start") ?? "" };
}

/** A message in one line, for lists and quotes. */
export function inShort(message) {
  const words = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
  if (message.system) return t("system")[message.system] ?? message.system;
  const kind = message.kind && message.kind !== "text" ? t(`kinds.${message.kind}`) : "";
  return [kind, words.slice(0, 160)].filter(Boolean).join(kind && words ? "، " : "");
}
