// Talking to the emulator: JSON calls, and one stream of events that always comes back.

/** What the server refused, with its own reason. */
export class Refused extends Error {}

async function ask(path, body) {
  const options = body === undefined
    ? {}
    : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, options);
  const text = await response.text();
  let answer = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch {
    // A server that is just going down may answer with a page; its status says enough.
  }
  if (!response.ok) throw new Refused(answer?.error ?? answer?.description ?? `${response.status} ${text.slice(0, 120)}`);
  return answer;
}

export const world = () => ask("/sandbox/world");
export const messages = (person, chat) => ask(`/sandbox/messages?person=${person}&chat=${encodeURIComponent(chat)}`);
export const calls = (since, limit) => ask(`/sandbox/calls?since=${since}&limit=${limit}`);
export const send = (body) => ask("/sandbox/send", body);
export const press = (body) => ask("/sandbox/press", body);
export const pay = (body) => ask("/sandbox/pay", body);
export const edit = (body) => ask("/sandbox/edit", body);
export const addPerson = (body) => ask("/sandbox/people", body);
export const block = (person, blocked) => ask("/sandbox/block", { person, blocked });
export const seen = (person, chat) => ask("/sandbox/seen", { person, chat });
export const advance = (seconds) => ask("/sandbox/clock", { advance_seconds: seconds });
export const faults = (change) => ask("/sandbox/faults", change);
export const bot = (action) => ask("/sandbox/bot", { action });
export const reset = () => ask("/sandbox/reset", {});

/**
 * Listens for events until the page is closed. `onOpen` is called at each (re)connection, since events may
 * have been missed in between; `onLost` when the line breaks.
 */
export function listen({ onEvent, onOpen, onLost }) {
  let wait = 500;
  const connect = () => {
    const stream = new EventSource("/sandbox/events");
    stream.onopen = () => {
      wait = 500;
      onOpen();
    };
    stream.onmessage = ({ data }) => onEvent(JSON.parse(data));
    stream.onerror = () => {
      onLost();
      stream.close();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 5000);
    };
  };
  connect();
}
