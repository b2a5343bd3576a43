// One person's messenger: cast, chats and the open chat; beside each other when wide, one at a time when narrow.
import { CastView, isFamily } from "./cast.js";
import { ChatView } from "./chat.js";
import { ChatsView } from "./chats.js";
import * as deeds from "./deeds.js";
import { avatar } from "./avatar.js";
import { el, memory } from "./dom.js";
import { line, person, privateKey, readWorld, state } from "./state.js";
import { dialog } from "./toast.js";
import { known, t } from "./words.js";

const WIDE_PX = 860; // the same number as in layout.css

export class Pane {
  /** `name` is "a" or "b"; `moved` is called when the place (person, chat, view) changes. */
  constructor(name, moved) {
    this.name = name;
    this.moved = moved;
    this.person = null;
    this.chat = null;
    this.view = "cast";
    this.element = el("div", { class: "pane", "data-pane": name, "data-view": "cast" });
    this.cast = new CastView(this);
    this.chats = new ChatsView(this);
    this.talk = new ChatView(this);
    this.element.append(this.cast.element, this.chats.element, this.talk.element);
  }

  draw() {
    if (!state.world) return;
    if (this.person && !person(this.person)) this.leave();
    this.element.dataset.view = this.view;
    this.element.dataset.as = this.person ?? "";
    this.cast.draw();
    this.chats.draw();
    this.talk.draw();
    this.markBack();
  }

  isNarrow() {
    return this.element.clientWidth < WIDE_PX;
  }

  isChatVisible() {
    return document.visibilityState === "visible" && this.element.clientWidth > 0 && Boolean(this.chat) && (!this.isNarrow() || this.view === "chat");
  }

  /** Only the way back that can be seen carries the test's name. */
  markBack() {
    for (const button of this.element.querySelectorAll("[data-back]")) {
      if (button.dataset.back === this.view && this.view !== "cast") button.dataset.testid = "back";
      else delete button.dataset.testid;
    }
  }

  choosePerson(id) {
    // The bot's chat is what one wants next; staff on a phone choose between it and their groups.
    if (!this.isNarrow() || isFamily(person(id))) return this.open(id, privateKey(id));
    Object.assign(this, { person: id, chat: null, view: "chats" });
    return this.arrive();
  }

  open(id, key) {
    Object.assign(this, { person: id, chat: key, view: "chat" });
    this.arrive();
    this.talk.focus();
  }

  show(view) {
    this.view = view;
    this.arrive();
  }

  back() {
    this.show(this.view === "chat" ? "chats" : "cast");
    this.element.querySelector(this.view === "cast" ? `[data-person="${this.person}"]` : `[data-chat="${this.chat}"]`)?.focus();
  }

  leave() {
    Object.assign(this, { person: null, chat: null, view: "cast" });
    this.moved();
  }

  arrive() {
    this.moved();
    this.draw();
  }

  /** The place as a short text for the address bar, and back. */
  place() {
    return [this.person ?? "", this.chat ?? "", this.view].join("/");
  }

  restore(place) {
    const [id, chat, view] = place.split("/");
    this.person = Number(id) || null;
    this.chat = (this.person && chat) || null;
    this.view = ["cast", "chats", "chat"].includes(view) && this.person ? view : "cast";
    if (this.view === "chat" && !this.chat) this.view = "chats";
  }

  messages() {
    return line(this.person, this.chat) ?? [];
  }

  send(body) {
    return this.talk.send(body);
  }

  say(text) {
    return this.send({ kind: "text", text });
  }

  replyTo(message) {
    this.talk.composer.setAbout("reply", message);
  }

  startEditing(message) {
    this.talk.composer.setAbout("edit", message);
  }

  goTo(id) {
    this.talk.goTo(id);
  }

  startAs(id, payload) {
    this.open(id, privateKey(id));
    return deeds.startAs(id, payload);
  }

  // An invitation shown to the administrator is meant for somebody else, so we ask who opens it.
  async openInvitation(payload, isMine) {
    if (isMine || !this.chat.startsWith("p")) return this.startAs(this.person, payload);
    const people = [person(this.person), ...state.world.people.filter((one) => one.id !== this.person)];
    const id = await dialog((close) => [
      el("p", { class: "dialog-title", text: t("openLink") }),
      el("p", { class: "dialog-text", text: t("openLinkNote") }),
      el("div", { class: "dialog-list" }, ...people.map((one) => el("button", { type: "button", class: "item", "data-open-as": one.id, onclick: () => close(one.id) },
        avatar("person", one.id, one.name),
        el("span", { class: "item-words" }, el("span", { class: "item-top" }, el("bdi", { class: "item-name", text: one.name }), el("span", { class: "role", text: known("roles", one.role) })))))),
    ], "open-as");
    return id ? this.startAs(id, payload) : null;
  }

  async afterNextWorld(deed) {
    await readWorld();
    deed();
  }

  /** The first-visit hint, until it is put away; only in the first pane. */
  hint() {
    if (this.name !== "a" || memory.get("hint") === "done") return null;
    this.hintCard ??= this.makeHint();
    return this.hintCard;
  }

  makeHint() {
    const first = state.world.people.find(isFamily)?.name ?? "";
    return el("section", { class: "hint", "data-testid": "hint", "aria-label": t("hintTitle") },
      el("h3", { text: t("hintTitle") }),
      el("ol", {}, el("li", { text: t("hintFirst", { name: first }) }), el("li", { text: t("hintSecond") }), el("li", { text: t(matchMedia("(max-width: 759px)").matches ? "hintThirdNarrow" : "hintThird") })),
      el("p", { class: "hint-foot", text: t("hintFoot") }),
      el("button", { type: "button", class: "button", text: t("hintDone"), onclick: () => {
        memory.set("hint", "done");
        this.hintCard.remove();
        this.draw();
      } }));
  }
}
