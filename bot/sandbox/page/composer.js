// Where a person writes: text, replies, corrections, things from the device, and the bot's reply keyboard.
import { AttachMenu, base64, contactOf, kindOf } from "./attach.js";
import * as deeds from "./deeds.js";
import { el, icon, iconButton } from "./dom.js";
import { inShort } from "./format.js";
import { keyboardInForce, replyKeyboard } from "./keyboard.js";
import { Recorder } from "./recorder.js";
import { line, person, state } from "./state.js";
import { count, t } from "./words.js";

const SAMPLE_PLACE = { latitude: 35.7219, longitude: 51.3347 };

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.about = null; // {kind: "reply" | "edit", message}
    this.files = [];
    this.drafts = new Map();
    this.closedKeyboard = null;
    this.isStarting = false;
    this.field = el("textarea", { class: "field", rows: 1, "data-testid": "composer", "aria-label": t("writeHere"), placeholder: t("writeHere"), enterkeyhint: "send" });
    this.sendButton = iconButton("send", t("send"), { class: "icon-button send", "data-testid": "send", type: "submit" });
    this.recorder = new Recorder((sound) => this.pane.send({ kind: "voice", ...sound }), () => this.drawTools());
    this.slash = iconButton("slash", t("commands"), { "data-testid": "commands", "aria-expanded": "false", onclick: () => this.toggleCommands() });
    this.keys = iconButton("keyboard", t("hideKeyboard"), { "data-testid": "keyboard", hidden: true, onclick: () => this.toggleKeyboard() });
    this.attach = new AttachMenu((given) => this.attached(given));
    this.aboutBar = el("div", { class: "about", hidden: true });
    this.menu = el("div", { class: "commands", role: "menu", hidden: true });
    this.keyboard = el("div", { class: "reply-keyboard", hidden: true });
    this.form = el("form", { class: "compose", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.attach.element, el("div", { class: "field-box" }, this.field, this.slash, this.keys),
      this.recorder.bar, el("div", { class: "send-box" }, this.sendButton, this.recorder.button));
    this.startBar = el("div", { class: "start-bar", hidden: true }, el("button", { type: "button", class: "button strong wide", "data-testid": "start", text: t("start"), onclick: () => this.start() }));
    this.blockBar = el("div", { class: "block-bar", hidden: true });
    this.element = el("footer", { class: "composer", hidden: true }, this.menu, this.aboutBar, this.form, this.keyboard, this.startBar, this.blockBar);
    this.listen();
  }

  listen() {
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length) this.attached({ files: [...event.clipboardData.files] });
    });
    document.addEventListener("click", (event) => {
      if (!this.menu.contains(event.target) && !this.slash.contains(event.target)) this.showCommands(null);
    });
  }

  draw(chat, messages) {
    this.element.hidden = false;
    this.chat = chat;
    const me = person(this.pane.person);
    const isEmpty = messages.length === 0 && !state.pending.some((one) => one.chat === chat.key && !one.error);
    const starts = chat.withBot && isEmpty && line(me.id, chat.key) !== undefined;
    const isBlocked = chat.withBot && me.blocked;
    this.startBar.hidden = isBlocked || !starts;
    this.blockBar.hidden = !isBlocked;
    this.form.hidden = isBlocked || starts;
    if (isBlocked && this.blockBar.dataset.of !== String(me.id)) {
      this.blockBar.dataset.of = String(me.id);
      this.blockBar.replaceChildren(el("span", { text: t("blockedBar", { name: me.name }) }),
        el("button", { type: "button", class: "button", "data-testid": "unblock", text: t("unblock"), onclick: () => deeds.setBlocked(me.id, false) }));
    }
    this.slash.hidden = !chat.withBot;
    this.drawKeyboard(this.form.hidden ? null : keyboardInForce(messages));
    this.drawTools();
    if (this.isStarting && !this.form.hidden) {
      this.isStarting = false;
      this.pane.talk.focus();
    }
  }

  drawTools() {
    const hasWords = this.field.value.trim() !== "" || this.files.length > 0 || this.about?.kind === "edit";
    this.sendButton.hidden = !hasWords && this.recorder.isPossible && !this.recorder.isOn;
    this.recorder.button.hidden = hasWords || !this.recorder.isPossible || this.recorder.isOn;
    this.sendButton.disabled = !hasWords && !this.recorder.isOn;
    this.field.parentElement.hidden = this.recorder.isOn;
    this.attach.element.hidden = this.recorder.isOn;
  }

  drawKeyboard(keyboard) {
    this.keys.hidden = !keyboard;
    const isShown = keyboard && this.closedKeyboard !== keyboard.of;
    this.keyboard.hidden = !isShown;
    this.keys.setAttribute("aria-label", t(isShown ? "hideKeyboard" : "showKeyboard"));
    this.keys.classList.toggle("on", Boolean(isShown));
    if (!keyboard || this.keyboardOf === keyboard.of) return;
    this.keyboardOf = keyboard.of;
    this.keyboard.replaceChildren(...replyKeyboard(keyboard, (key) => this.useKey(key, keyboard)));
  }

  useKey(key, keyboard) {
    if (keyboard.one_time) this.closedKeyboard = keyboard.of;
    if (key.request_location) return this.pane.send({ kind: "location", ...SAMPLE_PLACE });
    if (key.request_contact) return this.pane.send({ kind: "contact", contact: contactOf(person(this.pane.person)) });
    return this.pane.send({ kind: "text", text: key.text });
  }

  toggleKeyboard() {
    this.closedKeyboard = this.keyboard.hidden ? null : this.keyboardOf;
    this.pane.draw();
  }

  typed() {
    // An empty "auto" field counts as left-to-right and would tear the placeholder away.
    this.field.dir = this.field.value ? "auto" : "";
    this.field.style.blockSize = "auto";
    this.field.style.blockSize = `${Math.min(this.field.scrollHeight, 168)}px`;
    const word = this.field.value;
    if (this.chat?.withBot && /^\/\w*$/.test(word)) this.showCommands(word.slice(1));
    else this.showCommands(null);
    this.drawTools();
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && (this.about || !this.menu.hidden || this.files.length)) {
      this.leave();
    } else if (event.key === "ArrowUp" && this.field.value === "") {
      const mine = this.pane.messages().findLast((one) => one.from?.id === this.pane.person && (one.text ?? one.caption));
      if (mine) {
        event.preventDefault();
        this.setAbout("edit", mine);
      }
    }
  }

  start() {
    this.isStarting = true;
    this.pane.send({ kind: "text", text: "/start" });
  }

  async submit() {
    if (this.recorder.isOn) return this.recorder.finish();
    const text = this.field.value.trim();
    const { about, files } = this;
    if (!text && !files.length) return null;
    this.leave();
    this.focus();
    if (about?.kind === "edit") {
      const part = about.message.kind === "text" ? { text } : { caption: text };
      return deeds.edit({ person: this.pane.person, chat: this.pane.chat, message_id: about.message.message_id, ...part });
    }
    const reply = about ? { reply_to: about.message.message_id } : {};
    if (!files.length) return this.pane.send({ kind: "text", text, ...reply });
    return this.sendFiles(files, text, reply);
  }

  async sendFiles(files, caption, reply) {
    const album = files.length > 1 ? `page-${crypto.randomUUID()}` : undefined;
    let first = true;
    for (const file of files) {
      const data = await base64(file);
      const words = first && caption ? { caption } : {};
      first = false;
      // One after the other: an album keeps the order in which it was chosen.
      await this.pane.send({ kind: kindOf(file), data, file_name: file.name, mime: file.type || undefined, album, ...words, ...reply });
    }
  }

  async attached(given) {
    if (given.files) {
      this.files = [...this.files, ...given.files].slice(0, 10);
      this.drawAbout();
      this.focus();
      return;
    }
    const album = given.times > 1 ? `page-${crypto.randomUUID()}` : undefined;
    for (let at = 0; at < (given.times ?? 1); at += 1) {
      const caption = album && at === 0 ? { caption: t("sampleCaption") } : {};
      const own = given.kind === "contact" ? { contact: contactOf(person(this.pane.person)) } : given.kind === "location" ? SAMPLE_PLACE : {};
      await this.pane.send({ kind: given.kind, album, ...own, ...caption });
    }
  }

  setAbout(kind, message) {
    this.about = { kind, message };
    if (kind === "edit") this.field.value = message.text ?? message.caption ?? "";
    this.drawAbout();
    this.typed();
    this.focus();
  }

  drawAbout() {
    const { about, files } = this;
    this.aboutBar.hidden = !about && !files.length;
    if (this.aboutBar.hidden) return;
    const name = files.length ? t("files", { n: count(files.length) }) : about.kind === "edit" ? t("editing") : t("replyingTo", { name: about.message.from?.name ?? "" });
    const words = files.length ? files.map((file) => file.name).join("، ") : inShort(about.message);
    this.aboutBar.replaceChildren(icon(files.length ? "clip" : about.kind === "edit" ? "edit" : "reply"),
      el("span", { class: "about-words" }, el("span", { class: "about-name", dir: "auto", text: name }), el("span", { class: "about-text", dir: "auto", text: words })),
      iconButton("close", t("cancel"), { onclick: () => this.leave() }));
    this.drawTools();
  }

  /** Goes to another conversation; what was begun in each is still there on return. */
  enter(key) {
    if (this.place && this.about?.kind !== "edit") this.drafts.set(this.place, this.field.value);
    this.leave();
    this.place = key;
    this.isStarting = false;
    this.field.value = this.drafts.get(key) ?? "";
    this.typed();
  }

  /** Puts away what was being written. */
  leave() {
    this.about = null;
    this.files = [];
    this.field.value = "";
    this.aboutBar.hidden = true;
    this.recorder.cancel();
    this.typed();
  }

  toggleCommands() {
    this.showCommands(this.menu.hidden ? "" : null);
  }

  showCommands(prefix) {
    const all = state.world?.commands?.[this.pane.person] ?? [];
    const fitting = prefix === null ? [] : all.filter((one) => one.command.startsWith(prefix.toLowerCase()));
    this.menu.hidden = prefix === null || (prefix !== "" && fitting.length === 0);
    this.slash.setAttribute("aria-expanded", String(!this.menu.hidden));
    if (this.menu.hidden) return;
    this.menu.replaceChildren(...(all.length ? fitting.map((one) => this.commandItem(one)) : [el("p", { class: "commands-none", text: t("noCommands") })]));
  }

  commandItem({ command, description }) {
    return el("button", { type: "button", role: "menuitem", class: "command", "data-command": command, onclick: () => {
      this.showCommands(null);
      this.leave();
      this.pane.send({ kind: "text", text: `/${command}` });
    } }, el("bdi", { class: "command-name", dir: "ltr", text: `/${command}` }), el("span", { class: "command-words", dir: "auto", text: description }));
  }

  focus() {
    if (!this.form.hidden) this.field.focus({ preventScroll: true });
  }
}
