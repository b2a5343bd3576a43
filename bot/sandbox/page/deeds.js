// What a person of the stage does: sends, presses, edits, opens a link.
import * as api from "./api.js";
import { upsert } from "./events.js";
import { changed, line, lineKey, now, on, person, privateKey, state } from "./state.js";
import { notice, toast } from "./toast.js";
import { t } from "./words.js";

const PRESS_PATIENCE_MS = 30_000;
let sketches = 0;

/** Sends as `body.person`; the bubble shows at once and becomes real when the server has it. */
export async function send(body) {
  const sketch = {
    ...body, sketch: ++sketches, at: now(), text: body.text ?? body.caption, error: null,
    reply_to: body.reply_to ?? null, body,
  };
  state.pending.push(sketch);
  changed();
  try {
    const message = await api.send(body);
    drop(sketch);
    const known = line(body.person, body.chat);
    if (known && message?.message_id) state.lines.set(lineKey(body.person, body.chat), upsert(known, message));
  } catch (error) {
    sketch.error = error.message;
    if (!state.pending.includes(sketch)) state.pending.push(sketch);
  }
  changed();
}

export function sendAgain(sketch) {
  drop(sketch);
  return send(sketch.body);
}

function drop(sketch) {
  const at = state.pending.indexOf(sketch);
  if (at >= 0) state.pending.splice(at, 1);
}

export async function edit(body) {
  try {
    const message = await api.edit(body);
    const known = line(body.person, body.chat);
    if (known && message?.message_id) state.lines.set(lineKey(body.person, body.chat), upsert(known, message));
    changed();
  } catch (error) {
    toast(t("notDone", { reason: error.message }));
  }
}

/** Presses an inline button; `done` is called when the bot has answered, or patience has ended. */
export async function press(body, done) {
  const early = [];
  // The bot may be faster than the answer to our own call.
  const waiting = (event) => event.person === body.person && early.push(event);
  state.presses.set(waiting, waiting);
  try {
    const { id } = await api.press(body);
    state.presses.delete(waiting);
    const come = early.find((event) => String(event.press_id) === String(id));
    if (come) return show(come, done);
    const patience = setTimeout(() => {
      state.presses.delete(String(id));
      done();
      toast(t("buttonTimedOut"));
    }, PRESS_PATIENCE_MS);
    state.presses.set(String(id), (event) => {
      clearTimeout(patience);
      show(event, done);
    });
  } catch (error) {
    state.presses.delete(waiting);
    done();
    toast(t("notDone", { reason: error.message }));
  }
  return null;
}

on("answer", (event) => {
  const waiting = state.presses.get(String(event.press_id));
  if (waiting) {
    state.presses.delete(String(event.press_id));
    waiting(event);
    return;
  }
  for (const other of state.presses.keys()) if (typeof other === "function") other(event);
});

function show(event, done) {
  done(event);
  if (!event.text) return;
  if (event.alert) notice(event.text);
  else toast(event.text, event.person);
}

/** Opens the bot as a person, with what an invite link carries. */
export function startAs(id, payload) {
  return send({ person: id, chat: privateKey(id), kind: "text", text: payload ? `/start ${payload}` : "/start" });
}

/** Pays an invoice of the bot from the wallet. */
export async function pay(body) {
  try {
    await api.pay(body);
  } catch (error) {
    toast(t("notDone", { reason: error.message }));
  }
}

on("payment", (event) => toast(event.refusal || t("payments")[event.status], event.person));
on("review", (event) => toast(t("reviewForm"), event.person));

export async function setBlocked(id, blocked) {
  try {
    await api.block(id, blocked);
    const one = person(id);
    if (one) one.blocked = blocked;
    changed();
  } catch (error) {
    toast(t("notDone", { reason: error.message }));
  }
}

/** Adds a family that has never written, under the first name nobody has. */
export async function newFamily(platform) {
  const taken = new Set(state.world.people.map((one) => one.name));
  const names = t("newFamilyNames");
  const free = names.find((name) => !taken.has(name)) ?? `${names[0]} ${state.world.people.length}`;
  try {
    return await api.addPerson({ name: free, role: "family", note: t("newFamilyNote"), started: false, platform });
  } catch (error) {
    toast(t("notDone", { reason: error.message }));
    return null;
  }
}
