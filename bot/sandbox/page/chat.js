// The open chat of a pane: heading, messages, typing sign, and the composer under them.
import { avatar } from "./avatar.js";
import * as api from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import * as deeds from "./deeds.js";
import { el, icon, iconButton } from "./dom.js";
import { inShort } from "./format.js";
import { chatsOf, isTyping, line, markSeen, on, person, readLine, state } from "./state.js";
import { toast } from "./toast.js";
import { count, t } from "./words.js";

const NEAR_PX = 120;
const gliding = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

export class ChatView {
  constructor(pane) {
    this.pane = pane;
    this.opened = null;
    this.below = 0;
    this.isAtEnd = true;
    this.head = el("header", { class: "bar chat-head" });
    this.pin = el("button", { type: "button", class: "pinned", hidden: true });
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.down = el("button", { type: "button", class: "down", "data-testid": "down", "aria-label": t("toNewest"), hidden: true, onclick: () => this.toEnd(true) }, icon("down"), el("span", { class: "badge", hidden: true }));
    this.trouble = el("div", { class: "chat-banner", role: "status", hidden: true });
    this.conversation = new Conversation(this.log, pane);
    this.composer = new Composer(pane);
    this.empty = el("div", { class: "nothing" });
    this.element = el("section", { class: "view chat" }, this.head, this.pin, this.trouble,
      el("div", { class: "wall" }, this.log, this.empty, this.down), this.composer.element);
    this.log.addEventListener("scroll", () => this.scrolled());
    // A keyboard that opens, or a longer field, must not push the newest words out of sight.
    new ResizeObserver(() => this.isAtEnd && this.toEnd(false)).observe(this.log);
    on("arrived", (event) => this.arrived(event));
    on("reset", () => {
      this.opened = null;
      this.composer.drafts.clear();
    });
  }

  draw() {
    const { person: me, chat: key } = this.pane;
    this.element.toggleAttribute("data-open-chat", Boolean(key));
    if (!me || !key || !person(me)) return this.drawNothing();
    const chat = chatsOf(me).find((one) => one.key === key);
    if (!chat) return this.drawNothing();
    const opening = this.opened !== `${me}/${key}`;
    if (opening) this.open(me, key);
    this.element.dataset.openChat = key;
    this.drawHead(chat);
    const messages = line(me, key);
    if (messages) {
      const wasNear = this.isNearEnd();
      this.log.setAttribute("aria-label", t("messagesOf", { name: chat.title }));
      this.conversation.draw(messages);
      this.drawPin(messages);
      if (opening || this.fresh || wasNear) this.toEnd(false);
      this.fresh = false;
      this.scrolled();
    }
    this.drawEmpty(messages, chat);
    this.drawTrouble();
    this.composer.draw(chat, messages ?? []);
    if (this.pane.isChatVisible()) markSeen(me, key);
    return null;
  }

  open(me, key) {
    this.opened = `${me}/${key}`;
    this.conversation.clear();
    this.fresh = this.isAtEnd = true;
    this.countBelow(0);
    this.composer.enter(this.opened);
    if (!line(me, key)) readLine(me, key);
  }

  drawNothing() {
    this.opened = null;
    delete this.element.dataset.openChat;
    this.conversation.clear();
    this.pin.hidden = this.trouble.hidden = this.down.hidden = true;
    this.head.replaceChildren();
    delete this.head.dataset.signature;
    this.composer.element.hidden = true;
    this.empty.hidden = false;
    const hint = this.pane.isNarrow() ? null : this.pane.hint();
    this.empty.replaceChildren(hint ?? el("p", { class: "nothing-words", text: t(this.pane.person ? "pickChat" : "pickPerson") }));
  }

  drawHead(chat) {
    const me = person(this.pane.person);
    const signature = JSON.stringify([chat.key, chat.title, chat.members?.length, me.id, me.name, isTyping(chat.key), this.pane.isNarrow()]);
    if (this.head.dataset.signature === signature) return;
    this.head.dataset.signature = signature;
    const note = isTyping(chat.key)
      ? el("span", { class: "typing", "data-testid": "typing" }, el("i"), el("i"), el("i"), el("span", { text: t("typing") }))
      : el("span", { text: chat.withBot ? t("bot") : t("groupMembers", { n: count(chat.members?.length ?? 0) }) });
    this.head.replaceChildren(
      iconButton("back", t("back"), { class: "icon-button go-back", "data-back": "chat", onclick: () => this.pane.back() }),
      avatar(chat.withBot ? "bot" : "group", chat.id, chat.title),
      el("div", { class: "bar-words" }, el("h2", { dir: "auto", text: chat.title }), el("p", { class: "bar-note" }, note)),
      el("button", { type: "button", class: "as-person", title: t("changePerson"), onclick: () => this.pane.show("cast") },
        avatar("person", me.id, me.name), el("span", { dir: "auto", text: t("asPerson", { name: me.name }) })));
    this.pane.markBack();
  }

  drawPin(messages) {
    const pinned = messages.findLast((one) => one.pinned);
    this.pin.hidden = !pinned;
    if (!pinned) return;
    this.pin.replaceChildren(icon("thumbtack"), el("span", { class: "pinned-name", text: t("pinned") }), el("span", { class: "pinned-text", dir: "auto", text: inShort(pinned) }));
    this.pin.onclick = () => this.goTo(pinned.message_id);
  }

  drawEmpty(messages, chat) {
    const isEmpty = messages && messages.length === 0 && this.conversation.sketches().length === 0;
    this.empty.hidden = !isEmpty;
    if (!isEmpty) return;
    this.empty.replaceChildren(el("div", { class: "welcome" }, avatar(chat.withBot ? "bot" : "group", chat.id, chat.title),
      el("p", { class: "welcome-title", dir: "auto", text: chat.title }),
      el("p", { text: chat.withBot ? t("whatBotDoes") : t("nothingYet") })));
  }

  drawTrouble() {
    const { bot } = state.world;
    const off = bot.attached !== false && bot.running === false;
    if (this.trouble.hidden === !off) return;
    this.trouble.hidden = !off;
    this.trouble.replaceChildren(el("span", { text: t("botOff") }),
      el("button", { type: "button", class: "in-text", text: t("turnOn"), onclick: () => api.bot("start").catch((error) => toast(t("notDone", { reason: error.message }))) }));
  }

  arrived({ chat, message }) {
    if (chat !== this.pane.chat || this.isNearEnd() || message.from?.id === this.pane.person) return;
    this.countBelow(this.below + 1);
  }

  isNearEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_PX;
  }

  scrolled() {
    const isNear = this.isNearEnd();
    this.isAtEnd = isNear;
    this.down.hidden = isNear;
    if (isNear && this.below) this.countBelow(0);
  }

  countBelow(number) {
    this.below = number;
    const badge = this.down.querySelector(".badge");
    badge.hidden = number === 0;
    badge.textContent = count(number);
  }

  toEnd(softly) {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: softly ? gliding() : "instant" });
  }

  goTo(id) {
    const found = this.log.querySelector(`[data-message="${CSS.escape(String(id))}"]`);
    if (!found) return;
    found.scrollIntoView({ block: "center", behavior: gliding() });
    found.classList.add("shown");
    setTimeout(() => found.classList.remove("shown"), 1600);
  }

  /** Makes ready for writing, except where that would pull up a keyboard over half the screen. */
  focus() {
    if (matchMedia("(hover: hover)").matches) this.composer.focus();
  }

  send(body) {
    this.toEnd(false);
    return deeds.send({ person: this.pane.person, chat: this.pane.chat, ...body }).then(() => this.toEnd(false));
  }
}
