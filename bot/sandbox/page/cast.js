// The cast: everyone a newcomer can be, with the role and a note on how they are.
import { avatar } from "./avatar.js";
import { newFamily } from "./deeds.js";
import { arrange, el, icon } from "./dom.js";
import { groups, person, state, unreadOf } from "./state.js";
import { count, known, t } from "./words.js";

const FAMILY = new Set(["family", "client", "خانواده", "خانواده‌ها"]);

export const isFamily = (one) => FAMILY.has(one.role?.toLowerCase()) || !one.role;

export class CastView {
  constructor(pane) {
    this.pane = pane;
    this.rows = new Map();
    this.list = el("div", { class: "list" });
    this.add = el("button", { type: "button", class: "add", "data-testid": "new-family", onclick: () => this.addFamily("telegram") }, icon("plus"), el("span", { text: t("newFamily") }));
    this.addInBale = el("button", { type: "button", class: "add", "data-testid": "new-family-in-bale", onclick: () => this.addFamily("bale") }, icon("plus"), el("span", { text: t("newFamilyInBale") }));
    this.element = el("nav", { class: "view cast", "aria-label": t("castTitle") },
      el("header", { class: "bar" }, el("div", { class: "bar-words" }, el("h2", { text: t("castTitle") }))), this.list);
  }

  draw() {
    const { people } = state.world;
    const families = people.filter(isFamily);
    const staff = people.filter((one) => !isFamily(one));
    const hint = this.pane.isNarrow() ? this.pane.hint() : null;
    arrange(this.list, [
      ...(hint ? [hint] : []),
      this.title("families"), ...families.map((one) => this.personRow(one)), this.add, this.addInBale,
      ...(staff.length ? [this.title("staff"), ...staff.map((one) => this.personRow(one))] : []),
      ...(groups().length ? [this.title("groups"), ...groups().map((chat) => this.groupRow(chat))] : []),
    ]);
  }

  title(key) {
    return this.keep(`title ${key}`, "", () => el("h3", { class: "list-title", text: t(key) }));
  }

  personRow(one) {
    const waiting = unreadOf(one.id);
    const isOpen = this.pane.person === one.id;
    const sign = one.deactivated ? t("deletedMark") : one.blocked ? t("blockedMark") : "";
    return this.keep(`person ${one.id}`, JSON.stringify([one, waiting, isOpen]), () => el("button", {
      type: "button", class: "item", "data-person": one.id, "aria-current": isOpen ? "true" : null, onclick: () => this.pane.choosePerson(one.id),
    }, avatar("person", one.id, one.name),
    el("span", { class: "item-words" },
      el("span", { class: "item-top" }, el("bdi", { class: "item-name", text: one.name }), isFamily(one) ? null : el("span", { class: "role", text: known("roles", one.role) }), onBale(one)),
      el("span", { class: "item-note", dir: "auto", text: [sign, one.note].filter(Boolean).join("، ") })),
    badge(waiting)));
  }

  groupRow(chat) {
    const isOpen = this.pane.chat === chat.key;
    return this.keep(`group ${chat.key}`, JSON.stringify([chat, isOpen]), () => el("button", {
      type: "button", class: "item", "data-group": chat.key, "aria-current": isOpen ? "true" : null, onclick: () => this.openGroup(chat),
    }, avatar("group", chat.id, chat.title),
    el("span", { class: "item-words" }, el("bdi", { class: "item-name", text: chat.title }), onBale(chat),
      el("span", { class: "item-note", text: this.names(chat) }))));
  }

  names(chat) {
    const names = (chat.members ?? []).map((id) => person(id)?.name).filter(Boolean);
    return names.length ? names.join("، ") : t("groupMembers", { n: count(0) });
  }

  // A group is always seen through someone: the person at hand if a member, else the first member.
  openGroup(chat) {
    const members = (chat.members ?? []).filter((id) => person(id));
    const viewer = members.includes(this.pane.person) ? this.pane.person : members[0];
    if (viewer) this.pane.open(viewer, chat.key);
  }

  keep(key, signature, make) {
    const known_ = this.rows.get(key);
    if (known_?.signature === signature) return known_.row;
    const hadFocus = known_?.row.contains(document.activeElement);
    const row = make();
    this.rows.set(key, { signature, row });
    if (hadFocus) setTimeout(() => row.isConnected && row.focus(), 0);
    return row;
  }

  async addFamily(platform) {
    const made = await newFamily(platform);
    if (made?.id) this.pane.afterNextWorld(() => this.pane.choosePerson(made.id));
  }
}

/** The name of the other messenger, beside whoever is there. */
export function onBale(one) {
  return one.platform === "bale" ? el("span", { class: "role on-bale", text: t("bale") }) : null;
}

/** A round count of unread messages, or nothing. */
export function badge(number) {
  return number ? el("span", { class: "badge", "aria-label": t("unread", { n: count(number) }), text: count(number) }) : null;
}
