// One message, or one album, as a row of the conversation.
import { hue } from "./avatar.js";
import * as deeds from "./deeds.js";
import { el, icon, iconButton } from "./dom.js";
import { formatted, inShort } from "./format.js";
import { inlineKeyboard } from "./keyboard.js";
import { media } from "./media.js";
import { toast } from "./toast.js";
import { dateInWords, t, time } from "./words.js";

const NAKED = new Set(["sticker", "video_note"]);

/** A row with one or more messages (more than one: an album). */
export function row(messages, pane, find) {
  const [first] = messages;
  if (first.system) return systemRow(first, pane);
  const mine = first.from?.id === pane.person;
  const worded = messages.find((one) => one.text ?? one.caption) ?? first;
  const bubble = el("div", { class: bubbleClass(messages, worded) },
    el("span", { class: `sender ${hue(first.from?.id)}`, dir: "auto", text: first.from?.name ?? "" }),
    forwardedFrom(first), quote(first, pane, find), pictures(messages, pane),
    el("div", { class: "ending" }, words(worded, pane, mine), reactions(worded), foot(messages, mine)));
  const line = el("div", { class: "row", "data-from": mine ? "out" : "in", "data-message": messages.length === 1 ? first.message_id : null });
  line.append(el("div", { class: "column" }, bubble, inlineKeyboard(worded.buttons ? worded : first, pane)), actions(worded, mine, pane));
  bubble.addEventListener("click", (event) => {
    // A finger has no hover: a tap on the bubble shows its actions.
    if (!event.target.closest("a,button,input,video") && matchMedia("(hover: none)").matches) line.classList.toggle("chosen");
  });
  return line;
}

function bubbleClass(messages, worded) {
  const bare = NAKED.has(messages[0].kind);
  const filled = ["photo", "video", "animation", "location"].includes(messages[0].kind);
  // Where the time may lie on the picture itself; a film has its own controls there.
  const seen = ["photo", "animation"].includes(messages[0].kind);
  const silent = !(worded.text ?? worded.caption);
  return ["bubble", bare && "bare", filled && "filled", seen && silent && "silent"].filter(Boolean).join(" ");
}

function systemRow(message, pane) {
  const name = message.from?.is_bot || !message.from?.name ? "" : `${message.from.name} `;
  const said = t("system")[message.system];
  return el("div", { class: "row system", "data-message": message.message_id },
    el("span", { class: "chip", dir: "auto", text: said ? name + said : message.text ?? message.system }));
}

function forwardedFrom(message) {
  const from = message.forwarded_from;
  return from ? el("span", { class: "forwarded", dir: "auto", text: t("forwarded", { name: from }) }) : null;
}

function quote(message, pane, find) {
  if (!message.reply_to) return null;
  const given = typeof message.reply_to === "object" ? message.reply_to : null;
  const id = given?.message_id ?? message.reply_to;
  const found = find(id) ?? given;
  if (!found) return null;
  return el("button", { type: "button", class: "quote", "aria-label": t("goToMessage"), onclick: () => pane.goTo(id) },
    el("span", { class: "quote-name", dir: "auto", text: found.from?.name ?? "" }),
    el("span", { class: "quote-text", dir: "auto", text: inShort(found) }));
}

function pictures(messages, pane) {
  if (messages.length === 1) return media(messages[0], pane);
  const visual = messages.every((one) => ["photo", "video", "animation"].includes(one.kind));
  return el("div", { class: visual ? `album of-${Math.min(messages.length, 10)}` : "album-list" },
    ...messages.map((one) => el("div", { class: "cell", "data-message": one.message_id }, media(one, pane))));
}

function words(message, pane, mine) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const box = el("div", { class: onlySigns(text) ? "text big" : "text", dir: "auto" });
  box.append(formatted(text, message.entities, {
    command: (command) => pane.say(command),
    start: (payload) => pane.openInvitation(payload, mine),
  }));
  return box;
}

const onlySigns = (text) => text.length <= 12 && /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s)+$/u.test(text) && !/\d/.test(text);

function reactions(message) {
  if (!message.reactions?.length) return null;
  return el("div", { class: "reactions" }, ...message.reactions.map((one) => {
    const sign = one.emoji ?? one.type?.emoji ?? one.reaction ?? one;
    return el("span", { class: "reaction", text: typeof sign === "string" ? sign : "•" });
  }));
}

function foot(messages, mine) {
  const last = messages.at(-1);
  // As in Telegram: a bot that redraws its own message is not said to have edited it.
  const isEdited = !last.from?.is_bot && messages.some((one) => one.edited_at);
  return el("span", { class: "foot" },
    last.pinned ? icon("thumbtack") : null,
    isEdited ? el("span", { class: "edited", text: t("edited") }) : null,
    el("time", { datetime: new Date(last.at).toISOString(), title: dateInWords(last.at), text: time(last.at) }),
    mine ? el("span", { class: "ticks", "data-ticks": "sent" }, icon("tick")) : null);
}

/** Shows how far a message of ours has come: "sending", "sent" or "seen". */
export function setTicks(line, how) {
  const ticks = line.querySelector(".ticks");
  if (!ticks || ticks.dataset.ticks === how && ticks.title) return;
  ticks.dataset.ticks = how;
  ticks.title = t(how);
  ticks.replaceChildren(icon({ sending: "clock", sent: "tick", seen: "ticks" }[how]), el("span", { class: "spoken", text: t(how) }));
}

function actions(message, mine, pane) {
  const editable = mine && message.kind !== "sticker" && (message.text ?? message.caption) && !message.forwarded_from;
  return el("div", { class: "actions" },
    iconButton("reply", t("reply"), { onclick: () => pane.replyTo(message) }),
    editable ? iconButton("edit", t("edit"), { onclick: () => pane.startEditing(message) }) : null,
    message.text ?? message.caption ? iconButton("copy", t("copy"), { onclick: () => copy(message, pane) }) : null);
}

async function copy(message, pane) {
  await navigator.clipboard?.writeText(message.text ?? message.caption).catch(() => {});
  toast(t("copied"), pane.person);
}

/** A message on its way: what was typed, with a clock, or with the way to try again. */
export function sketchRow(sketch) {
  const line = el("div", { class: "row sketch", "data-sketch": sketch.sketch, "data-from": "out" });
  const kind = sketch.kind === "text" ? null : el("span", { class: "missing", text: t(`kinds.${sketch.kind}`) });
  const bubble = el("div", { class: "bubble" }, kind,
    el("div", { class: "ending" }, sketch.text ? el("div", { class: "text", dir: "auto", text: sketch.text }) : null,
      el("span", { class: "foot" }, el("time", { text: time(sketch.at) }), el("span", { class: "ticks" }, icon(sketch.error ? "warn" : "clock")))));
  const trouble = sketch.error
    ? el("div", { class: "trouble", role: "alert" }, el("span", { title: sketch.error, text: t("failed") }),
      el("button", { type: "button", class: "in-text", onclick: () => deeds.sendAgain(sketch), text: t("tryAgain") }))
    : null;
  line.append(el("div", { class: "column" }, bubble, trouble));
  return line;
}
