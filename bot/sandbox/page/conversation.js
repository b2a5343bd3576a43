// The messages of a chat as rows, kept in step with what the page knows without redrawing what stays.
import { row, setTicks, sketchRow } from "./bubble.js";
import { arrange, el } from "./dom.js";
import { now, state } from "./state.js";
import { dayKey, dayName } from "./words.js";

const RUN_MS = 5 * 60_000;

/** Groups neighbours of one album: `[[message], [photo, photo, photo], …]`. */
export function gathered(messages) {
  const items = [];
  for (const message of messages) {
    const last = items.at(-1);
    const joins = message.media_group_id && last?.[0].media_group_id === message.media_group_id && last[0].from?.id === message.from?.id;
    if (joins) last.push(message);
    else items.push([message]);
  }
  return items;
}

/** Draws one chat into `box` again and again, reusing every row whose messages have not changed. */
export class Conversation {
  constructor(box, pane) {
    this.box = box;
    this.pane = pane;
    this.rows = new Map();
  }

  clear() {
    this.rows.clear();
    this.box.replaceChildren();
  }

  draw(messages) {
    const kept = new Map();
    const shown = [];
    const keep = (key, old, make) => {
      const known = this.rows.get(key);
      const same = known && known.of.length === old.length && known.of.every((one, index) => one === old[index]);
      const entry = same ? known : { of: old, line: make() };
      kept.set(key, entry);
      shown.push(entry.line);
      return entry.line;
    };
    const answered = messages.findLastIndex((one) => one.from?.is_bot);
    let before = null;
    let at = 0;
    for (const item of gathered(messages)) {
      const day = dayKey(item[0].at);
      if (!before || dayKey(before.at) !== day) {
        const name = dayName(item[0].at, now());
        keep(`day ${day}`, [name], () => el("div", { class: "row day" }, el("span", { class: "chip", text: name })));
        before = null;
      }
      const line = keep(`message ${item[0].message_id}`, item, () => row(item, this.pane, (id) => this.find(id)));
      line.classList.toggle("follows", isRun(before, item[0]));
      line.classList.toggle("named", !isRun(before, item[0]));
      at += item.length;
      setTicks(line, at <= answered ? "seen" : "sent");
      before = item.at(-1);
    }
    for (const sketch of this.sketches()) keep(`sketch ${sketch.sketch}`, [sketch, sketch.error], () => sketchRow(sketch));
    this.rows = kept;
    arrange(this.box, shown);
  }

  find(id) {
    return this.pane.messages().find((one) => one.message_id === id) ?? null;
  }

  sketches() {
    return state.pending.filter((one) => one.person === this.pane.person && one.chat === this.pane.chat);
  }
}

function isRun(before, message) {
  return Boolean(before) && !before.system && before.from?.id === message.from?.id && message.at - before.at < RUN_MS;
}
