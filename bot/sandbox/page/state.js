// What the page knows of the stage, and who wants to be told when it changes.
import * as api from "./api.js";

export const state = {
  world: null,
  connected: true,
  clockOffset: 0, // stage time minus this computer's time, in ms
  lines: new Map(), // "person/chat" → messages, oldest first
  pending: [], // messages of ours that the server has not confirmed
  typing: new Map(), // chat → moment (ms of this computer) until which the bot seems to write
  presses: new Map(), // press id → what to do with the answer
};

const listeners = new Map();

/** Calls `listener(detail)` at each `topic`: "change", "call", "arrived", "answer", "reset". */
export function on(topic, listener) {
  listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

export function tell(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

let drawing = false;

/** Asks for one redraw, however many things change at once. */
export function changed() {
  if (drawing) return;
  drawing = true;
  // A timer, not an animation frame: a page in the background must stay true as well.
  setTimeout(() => {
    drawing = false;
    tell("change");
  }, 0);
}

export const now = () => Date.now() + state.clockOffset;
export const person = (id) => state.world?.people.find((one) => one.id === id) ?? null;
export const privateKey = (id) => `p${id}`;
export const isPrivate = (key) => key.startsWith("p");

/** The chats a person sees: the bot first, then the groups they are in. */
export function chatsOf(id) {
  const groups = state.world.chats.filter((chat) => chat.type !== "private" && chat.members?.includes(id));
  const own = state.world.chats.find((chat) => chat.key === privateKey(id));
  const bot = own ?? { key: privateKey(id), id, type: "private", members: [id] };
  return [{ ...bot, title: state.world.bot.first_name, withBot: true }, ...groups];
}

export const groups = () => state.world.chats.filter((chat) => chat.type !== "private");
export const unread = (id, key) => state.world.unread?.[id]?.[key] ?? 0;
export const unreadOf = (id) => Object.values(state.world.unread?.[id] ?? {}).reduce((sum, n) => sum + n, 0);
export const lineKey = (id, key) => `${id}/${key}`;
export const line = (id, key) => state.lines.get(lineKey(id, key));
export const isTyping = (key) => (state.typing.get(key) ?? 0) > Date.now();

/** Reads the world anew; events between two readings only ever bring it nearer to the next. */
export async function readWorld() {
  const world = await api.world();
  state.world = world;
  state.clockOffset = world.now - Date.now();
  document.documentElement.dataset.ready = "yes";
  changed();
}

let reading = null;

/** Reads the world soon, once for a burst of events. */
export function readWorldSoon() {
  clearTimeout(reading);
  reading = setTimeout(() => readWorld().catch(() => {}), 60);
}

export async function readLine(id, key) {
  const found = await api.messages(id, key).catch(() => null);
  // An empty answer is an empty chat; a failed one keeps what we have.
  if (found) state.lines.set(lineKey(id, key), (found.messages ?? []).filter((message) => !message.deleted));
  else if (!line(id, key)) state.lines.set(lineKey(id, key), []);
  changed();
}

/** After a break in the stream everything shown is read again. */
export async function catchUp() {
  await readWorld();
  await Promise.all([...state.lines.keys()].map((both) => {
    const [id, key] = both.split("/");
    return readLine(Number(id), key);
  }));
}

export function markSeen(id, key) {
  if (!unread(id, key)) return;
  state.world.unread[id][key] = 0;
  api.seen(id, key).catch(() => {});
  changed();
}

export function forgetEverything() {
  state.lines.clear();
  state.typing.clear();
  state.presses.clear();
  state.pending = [];
}
