// How each event of the stream changes what the page knows.
import { changed, forgetEverything, person, readLine, readWorldSoon, state, tell } from "./state.js";

const TYPING_FOR_MS = 5500;

const reducers = {
  message: ({ chat, message }) => (message ? arrive(chat ?? message.chat, message) : readWorldSoon()),
  edit: ({ chat, message }) => (message ? replace(chat ?? message.chat, message) : null),
  reaction: (event) => refresh(event),
  pin: (event) => refresh(event),
  delete: ({ chat, message_id: id, message }) => remove(chat, id ?? message?.message_id),
  typing: ({ chat }) => {
    state.typing.set(chat, Date.now() + TYPING_FOR_MS);
    setTimeout(changed, TYPING_FOR_MS + 50);
  },
  answer: (event) => tell("answer", event),
  payment: (event) => tell("payment", event),
  review: (event) => tell("review", event),
  call: ({ call }) => tell("call", call),
  clock: ({ now }) => {
    state.clockOffset = now - Date.now();
    tell("clock");
  },
  bot: ({ running, ready }) => {
    if (state.world) Object.assign(state.world.bot, { running, ready });
    readWorldSoon();
  },
  faults: ({ kind, ...faults }) => {
    if (state.world) state.world.faults = { ...state.world.faults, ...(faults.faults ?? faults) };
  },
  person: readWorldSoon,
  chat: readWorldSoon,
  reset: () => {
    forgetEverything();
    tell("reset");
    readWorldSoon();
  },
};

/** Takes in one event; kinds we do not know are passed over. */
export function take(event) {
  reducers[event.kind]?.(event);
  if (event.kind !== "call") changed();
}

function linesOf(chat) {
  return [...state.lines.keys()].filter((both) => both.endsWith(`/${chat}`));
}

function change(chat, alter) {
  for (const both of linesOf(chat)) state.lines.set(both, alter(state.lines.get(both)));
}

function arrive(chat, message) {
  settle(chat, message);
  change(chat, (messages) => upsert(messages, message));
  if (message.from?.is_bot) state.typing.delete(chat);
  if (!state.world) return;
  state.world.last[chat] = message;
  const known = state.world.chats.find((one) => one.key === chat);
  if (!known) readWorldSoon();
  const members = known?.members ?? (chat.startsWith("p") ? [Number(chat.slice(1))] : []);
  for (const id of members) {
    if (id === message.from?.id) continue;
    const counts = (state.world.unread[id] ??= {});
    counts[chat] = (counts[chat] ?? 0) + 1;
  }
  const starter = person(message.from?.id);
  if (starter && !starter.started && chat === `p${starter.id}`) readWorldSoon();
  tell("arrived", { chat, message });
}

/** Puts a message in its place: over its older self, or at the end. */
export function upsert(messages, message) {
  const at = messages.findIndex((one) => one.message_id === message.message_id);
  if (at < 0) return [...messages, message].sort((one, other) => one.message_id - other.message_id);
  return messages.with ? messages.with(at, message) : messages.map((one, index) => (index === at ? message : one));
}

function replace(chat, message) {
  if (message.deleted) return remove(chat, message.message_id);
  change(chat, (messages) => upsert(messages, message));
  if (state.world?.last[chat]?.message_id === message.message_id) state.world.last[chat] = message;
  return null;
}

function refresh({ chat, message }) {
  if (message) return replace(chat ?? message.chat, message);
  for (const both of linesOf(chat)) readLine(Number(both.split("/")[0]), chat);
  return null;
}

function remove(chat, id) {
  change(chat, (messages) => messages.filter((message) => message.message_id !== id));
  if (state.world?.last[chat]?.message_id === id) readWorldSoon();
}

// Our own message comes back by the stream as well as by the answer; the sketch of it then goes.
function settle(chat, message) {
  const mine = state.pending.findIndex(
    (one) => one.chat === chat && one.person === message.from?.id && one.kind === message.kind
      && !one.error && (one.text ?? "") === (message.text ?? message.caption ?? ""),
  );
  if (mine >= 0) state.pending.splice(mine, 1);
}
