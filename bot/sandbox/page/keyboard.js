// Buttons of the bot: the inline ones under a message, and the reply keyboard under the composer.
import * as deeds from "./deeds.js";
import { el, icon } from "./dom.js";
import { invitation } from "./format.js";
import { t } from "./words.js";

/** The inline keyboard of a message, or null. */
export function inlineKeyboard(message, pane) {
  if (!message.buttons?.length) return null;
  return el("div", { class: "inline-keyboard" },
    ...message.buttons.map((row) => el("div", { class: "inline-row" }, ...row.map((button) => inlineButton(button, message, pane)))));
}

function inlineButton(button, message, pane) {
  const data = button.data ?? button.callback_data;
  const face = el("bdi", { text: button.text });
  const url = button.url ?? button.login_url?.url;
  if (data === undefined || data === null) {
    return el("button", { type: "button", class: "inline-button", "data-button": url ?? "", onclick: () => follow(url, button, pane) }, face,
      url ? el("span", { class: "corner", "aria-hidden": "true", text: "↗" }) : null);
  }
  const element = el("button", { type: "button", class: "inline-button", "data-button": data, onclick: () => press(element, data, message, pane) }, face);
  return element;
}

function press(element, data, message, pane) {
  if (element.dataset.pending) return;
  element.dataset.pending = "yes";
  element.setAttribute("aria-busy", "true");
  element.append(el("span", { class: "spinner", role: "img", "aria-label": t("buttonWaits") }));
  deeds.press({ person: pane.person, chat: pane.chat, message_id: message.message_id, data }, (answer) => {
    delete element.dataset.pending;
    element.removeAttribute("aria-busy");
    element.querySelector(".spinner")?.remove();
    if (answer?.url) follow(answer.url, {}, pane);
  });
}

function follow(url, button, pane) {
  if (button.copy_text?.text) return navigator.clipboard?.writeText(button.copy_text.text);
  const start = invitation(url);
  if (start) return pane.openInvitation(start.payload, false);
  return url ? window.open(url, "_blank", "noopener") : null;
}

/** The reply keyboard in force after these messages: its rows, or null. */
export function keyboardInForce(messages) {
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const { keyboard } = messages[at];
    if (!keyboard) continue;
    if (keyboard.remove || keyboard.force_reply || !keyboard.rows?.length) return null;
    return { ...keyboard, of: messages[at].message_id };
  }
  return null;
}

/** The reply keyboard itself; `use(body)` is called with what a button sends. */
export function replyKeyboard(keyboard, use) {
  return keyboard.rows.map((row) => el("div", { class: "key-row" }, ...row.map((given) => {
    const key = typeof given === "string" ? { text: given } : given;
    const sign = key.request_location ? icon("pin") : key.request_contact ? icon("person") : null;
    return el("button", { type: "button", class: "key", "data-key": key.text, onclick: () => use(key) }, sign, el("bdi", { text: key.text }));
  })));
}
