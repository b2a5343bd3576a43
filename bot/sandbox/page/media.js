// Pictures, sound, film, files and places inside a bubble.
import { avatar } from "./avatar.js";
import * as deeds from "./deeds.js";
import { el, icon } from "./dom.js";
import { dialog } from "./toast.js";
import { count, length, size, t } from "./words.js";

/** What a message shows besides text, or null. */
export function media(message, pane) {
  const make = {
    photo, animation, video, video_note: roundVideo, voice, audio: voice, document: file, sticker, location: place, contact: card, invoice: bill,
  }[message.kind];
  if (!make) return null;
  if (message.file || message.location || message.contact || message.invoice) return make(message, pane);
  return el("span", { class: "missing", text: t(`kinds.${message.kind}`) });
}

function photo({ file: { url, width, height }, caption }) {
  const picture = el("img", { src: url, alt: caption ?? t("kinds.photo"), width: width ?? 640, height: height ?? 480, decoding: "async" });
  return el("button", { type: "button", class: "picture", "aria-label": t("openPhoto"), onclick: () => enlarge(url) }, picture);
}

function enlarge(url) {
  return dialog((close) => [
    el("button", { type: "button", class: "icon-button over", "aria-label": t("close"), onclick: () => close(true) }, icon("close")),
    el("img", { src: url, alt: "" }),
  ], "photo", "photo-dialog");
}

function animation(message) {
  if (message.file.mime?.startsWith("image/")) return photo(message);
  return silent(el("video", { class: "film", src: message.file.url, autoplay: true, loop: true, playsinline: true, ...shape(message) }));
}

function video(message) {
  return el("video", { class: "film", src: message.file.url, controls: true, preload: "metadata", playsinline: true, "aria-label": t("kinds.video"), ...shape(message) });
}

// The attribute alone does not silence an element made by script, and a loud one may not start by itself.
function silent(film) {
  film.muted = true;
  return film;
}

const shape = ({ file }) => ({ width: file.width ?? 320, height: file.height ?? 240 });

function roundVideo({ file: { url } }) {
  const film = el("video", { class: "round-film", src: url, preload: "metadata", playsinline: true, width: 220, height: 220 });
  const button = el("button", { type: "button", class: "round", "aria-label": `${t("play")} ${t("kinds.video_note")}`, onclick: () => (film.paused ? film.play().catch(() => {}) : film.pause()) }, film, el("span", { class: "round-button" }, icon("play")));
  for (const moment of ["play", "pause", "ended"]) film.addEventListener(moment, () => button.classList.toggle("playing", !film.paused && !film.ended));
  return button;
}

const BARS = 34;

// A calm made-up wave: the real one is not in the message, and a flat line looks broken.
function wave(seed) {
  const bars = el("span", { class: "wave", "aria-hidden": "true" });
  for (let index = 0, value = seed % 997 || 7; index < BARS; index += 1) {
    value = (value * 48271) % 2147483647;
    const bar = el("i");
    bar.style.blockSize = `${20 + (value % 80) * (0.55 + 0.45 * Math.sin(index / 3.1))}%`;
    bars.append(bar);
  }
  return bars;
}

function voice({ file: { url, duration, name }, message_id: id, kind }) {
  const sound = new Audio();
  sound.preload = "metadata";
  sound.src = url;
  const bars = wave(id * 31 + 5);
  const clock = el("span", { class: "sound-time", text: length(duration) });
  const button = el("button", { type: "button", class: "round-button", "aria-label": t("play") }, icon("play"));
  const seek = el("input", { type: "range", class: "seek", min: 0, max: 1, step: 0.01, value: 0, "aria-label": t("position") });
  // Sound recorded in a browser often does not say how long it is.
  const whole = () => (Number.isFinite(sound.duration) && sound.duration > 0 ? sound.duration : duration || 1);
  const draw = () => {
    const part = Math.min(1, sound.currentTime / whole());
    seek.value = String(part);
    [...bars.children].forEach((bar, index) => bar.classList.toggle("played", index / BARS < part));
    clock.textContent = length(sound.paused && !sound.currentTime ? whole() : sound.currentTime);
    button.replaceChildren(icon(sound.paused ? "play" : "pause"));
    button.setAttribute("aria-label", t(sound.paused ? "play" : "pause"));
  };
  for (const moment of ["play", "pause", "timeupdate", "loadedmetadata"]) sound.addEventListener(moment, draw);
  sound.addEventListener("ended", () => { sound.currentTime = 0; });
  button.addEventListener("click", () => (sound.paused ? sound.play().catch(() => {}) : sound.pause()));
  seek.addEventListener("input", () => { sound.currentTime = Number(seek.value) * whole(); });
  const title = kind === "audio" ? el("bdi", { class: "sound-name", text: name ?? t("kinds.audio") }) : null;
  return el("div", { class: "sound", role: "group", "aria-label": t(`kinds.${kind}`) }, button,
    el("div", { class: "sound-body" }, title, el("div", { class: "track" }, bars, seek), clock));
}

function file({ file: { url, name, size: bytes } }) {
  return el("a", { class: "paper", href: url, download: name ?? "", "aria-label": `${t("download")} ${name ?? ""}` },
    el("span", { class: "round-button" }, icon("file")),
    el("span", { class: "paper-body" }, el("bdi", { class: "paper-name", text: name ?? t("kinds.document") }), el("span", { class: "paper-size", text: size(bytes) })));
}

function sticker({ file: { url, mime } }) {
  if (mime?.startsWith("video/")) return silent(el("video", { class: "sticker", src: url, autoplay: true, loop: true, playsinline: true, width: 150, height: 150 }));
  const picture = el("img", { class: "sticker", src: url, alt: t("kinds.sticker"), width: 150, height: 150 });
  // Animated stickers are packed in a form no browser draws.
  picture.addEventListener("error", () => picture.replaceWith(el("span", { class: "sticker-sign" }, icon("sticker"))), { once: true });
  return picture;
}

function place({ location: { latitude, longitude } }) {
  const where = `${Number(latitude).toFixed(4)}, ${Number(longitude).toFixed(4)}`;
  return el("div", { class: "place", role: "img", "aria-label": `${t("kinds.location")} ${where}` },
    el("span", { class: "place-map" }, icon("pin")),
    el("span", { class: "place-words" }, el("span", { text: t("kinds.location") }), el("bdi", { dir: "ltr", text: where })));
}

function card({ contact }) {
  const name = [contact.first_name ?? contact.name, contact.last_name].filter(Boolean).join(" ");
  return el("div", { class: "card" }, avatar("person", contact.user_id ?? name.length, name),
    el("span", { class: "card-body" }, el("bdi", { class: "card-name", text: name }), el("bdi", { dir: "ltr", text: contact.phone_number ?? contact.phone ?? "" })));
}

function bill(message, pane) {
  const { title, description, total_amount: rials } = message.invoice;
  const pay = el("button", { type: "button", class: "inline-button", "data-pay": message.message_id, text: t("pay"),
    onclick: () => deeds.pay({ person: pane.person, chat: pane.chat, message_id: message.message_id }) });
  return el("div", { class: "bill" }, el("b", { dir: "auto", text: title }), el("span", { dir: "auto", text: description }),
    el("span", { class: "bill-sum", text: t("rials", { n: count(rials) }) }), pay);
}
