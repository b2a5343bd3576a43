// Short notices that go by themselves, and dialogs that wait for an answer.
import { el } from "./dom.js";
import { t } from "./words.js";

const SHOWN_FOR_MS = 4200;

/** Shows a line for a moment, in the pane of the person it is for (or for everybody). */
export function toast(text, personId = null) {
  const pane = document.querySelector(`[data-pane][data-as="${personId}"]`);
  const wall = pane?.querySelector(".wall");
  const place = wall?.checkVisibility?.({ visibilityProperty: true }) ? wall : pane ?? document.body;
  place.querySelector(":scope > .toast")?.remove();
  const line = el("div", { class: "toast", role: "status", "data-testid": "toast", dir: "auto", text });
  place.append(line);
  setTimeout(() => line.remove(), Math.max(SHOWN_FOR_MS, text.length * 90));
}

/** A message that must be put away by hand, as a bot's alert. */
export function notice(text) {
  return dialog((close) => [
    el("p", { class: "dialog-text", dir: "auto", text }),
    el("div", { class: "dialog-buttons" }, el("button", { type: "button", class: "button strong", autofocus: true, onclick: () => close(true), text: t("ok") })),
  ], "alert");
}

/** Asks before something that cannot be undone; resolves to true or false. */
export function confirm(question, note, yes) {
  return dialog((close) => [
    el("p", { class: "dialog-title", text: question }),
    el("p", { class: "dialog-text", text: note }),
    el("div", { class: "dialog-buttons" },
      el("button", { type: "button", class: "button", "data-testid": "cancel", onclick: () => close(false), text: t("cancel") }),
      el("button", { type: "button", class: "button danger", "data-testid": "confirm", onclick: () => close(true), text: yes })),
  ]);
}

/** Opens a modal dialog with what `build(close)` returns; resolves to what it is closed with, or false. */
export function dialog(build, testid = "dialog", className = "") {
  return new Promise((resolve) => {
    const box = el("dialog", { class: `dialog ${className}`, "data-testid": testid });
    const close = (answer) => {
      box.returnValue = "";
      box.answer = answer;
      box.close();
    };
    box.append(...build(close));
    box.addEventListener("close", () => {
      box.remove();
      resolve(box.answer ?? false);
    });
    box.addEventListener("click", (event) => {
      if (event.target === box) close(false);
    });
    document.body.append(box);
    box.showModal();
  });
}
