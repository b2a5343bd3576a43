// The chat list of one person: the bot, and the groups they are in.
import { avatar } from "./avatar.js";
import { badge } from "./cast.js";
import { arrange, el, iconButton } from "./dom.js";
import { inShort } from "./format.js";
import { chatsOf, isTyping, now, person, state, unread } from "./state.js";
import { known, t, when } from "./words.js";

export class ChatsView {
  constructor(pane) {
    this.pane = pane;
    this.rows = new Map();
    this.head = el("header", { class: "bar" });
    this.list = el("div", { class: "list" });
    this.element = el("nav", { class: "view chats", "aria-label": t("chats") }, this.head, this.list);
  }

  draw() {
    const me = person(this.pane.person);
    this.element.toggleAttribute("data-empty", !me);
    if (!me) {
      this.head.replaceChildren();
      this.list.replaceChildren();
      return;
    }
    this.drawHead(me);
    arrange(this.list, [...chatsOf(me.id).map((chat) => this.row(me, chat)), this.note(me)]);
  }

  drawHead(me) {
    const signature = JSON.stringify([me.id, me.name, me.role]);
    if (this.head.dataset.signature === signature && this.head.children.length) return;
    this.head.dataset.signature = signature;
    this.head.replaceChildren(
      iconButton("back", t("back"), { class: "icon-button go-back", "data-back": "chats", onclick: () => this.pane.back() }),
      avatar("person", me.id, me.name),
      el("div", { class: "bar-words" }, el("h2", { dir: "auto", text: me.name }), el("p", { class: "bar-note", text: [known("roles", me.role), me.platform === "bale" ? t("bale") : ""].filter(Boolean).join(" · ") })));
    this.pane.markBack();
  }

  row(me, chat) {
    const last = state.world.last?.[chat.key];
    const waiting = unread(me.id, chat.key);
    const isOpen = this.pane.chat === chat.key;
    const typing = isTyping(chat.key);
    const signature = JSON.stringify([chat.title, last, waiting, isOpen, typing, me.started]);
    const known_ = this.rows.get(`${me.id}/${chat.key}`);
    if (known_?.signature === signature) return known_.row;
    const made = el("button", { type: "button", class: "item", "data-chat": chat.key, "aria-current": isOpen ? "true" : null, onclick: () => this.pane.open(me.id, chat.key) },
      avatar(chat.withBot ? "bot" : "group", chat.id, chat.title),
      el("span", { class: "item-words" },
        el("span", { class: "item-top" }, el("bdi", { class: "item-name", text: chat.title }), last ? el("time", { class: "item-time", text: when(last.at, now()) }) : null),
        el("span", { class: `item-note${typing ? " is-typing" : ""}`, dir: "auto", text: typing ? t("typing") : this.lastWords(me, chat, last) })),
      badge(waiting));
    if (known_?.row.contains(document.activeElement)) setTimeout(() => made.isConnected && made.focus(), 0);
    this.rows.set(`${me.id}/${chat.key}`, { signature, row: made });
    return made;
  }

  lastWords(me, chat, last) {
    if (!last) return t(chat.withBot && !me.started ? "notStarted" : "nothingYet");
    const who = last.from?.id === me.id ? t("you") : chat.withBot ? "" : last.from?.name;
    return who && !last.system ? `${who}: ${inShort(last)}` : inShort(last);
  }

  // Who one is playing, so that a newcomer has something to say.
  note(me) {
    const known_ = this.rows.get("note");
    if (known_?.signature === `${me.id} ${me.note}`) return known_.row;
    const made = el("p", { class: "who-note", dir: "auto", hidden: !me.note, text: me.note ?? "" });
    this.rows.set("note", { signature: `${me.id} ${me.note}`, row: made });
    return made;
  }
}
