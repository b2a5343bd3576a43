// The drawer of stage tools: clock and bot, faults, inspector, and starting over.
import * as api from "./api.js";
import { el, iconButton } from "./dom.js";
import { FaultsPanel } from "./faults.js";
import { Inspector } from "./inspector.js";
import { now, readWorldSoon, state } from "./state.js";
import { confirm, toast } from "./toast.js";
import { dateInWords, t, time } from "./words.js";

const ADVANCES = [3600, 86_400, 259_200, 604_800];
const ACTIONS = ["start", "stop", "restart", "kill"];

async function attempt(deed, done) {
  try {
    const answer = await deed();
    if (done) toast(done);
    return answer;
  } catch (error) {
    toast(t("notDone", { reason: error.message }));
    return null;
  } finally {
    readWorldSoon();
  }
}

export class Tools {
  constructor(element, current) {
    this.element = element;
    this.tab = "clock";
    this.faults = new FaultsPanel(current);
    this.inspector = new Inspector();
    this.panels = { clock: this.clockPanel(), faults: this.faults.element, inspector: this.inspector.element };
    this.tabs = Object.keys(this.panels).map((name) => el("button", { type: "button", role: "tab", class: "tab", "data-tab": name, onclick: () => this.show(name), text: t(name) }));
    element.setAttribute("aria-label", t("tools"));
    element.append(
      el("header", { class: "bar" }, el("div", { class: "bar-words" }, el("h2", { text: t("tools") })), iconButton("close", t("close"), { "data-testid": "tools-close", onclick: () => this.toggle() })),
      el("div", { class: "tabs", role: "tablist" }, ...this.tabs), ...Object.values(this.panels),
      el("footer", { class: "tools-foot" }, el("button", { type: "button", class: "button danger wide", "data-testid": "reset", onclick: () => this.reset(), text: t("reset") })));
    element.addEventListener("keydown", (event) => event.key === "Escape" && this.toggle());
  }

  clockPanel() {
    this.date = el("p", { class: "big-date" });
    this.hour = el("p", { class: "big-hour" });
    this.botLine = el("p", { class: "bot-line" });
    this.botButtons = ACTIONS.map((action) => el("button", { type: "button", class: action === "kill" ? "button danger" : "button", "data-bot": action, onclick: () => attempt(() => api.bot(action)), text: t(`botActions.${action}`) }));
    this.steps = ADVANCES.map((seconds) => el("button", { type: "button", class: "button", "data-advance": seconds, onclick: () => this.advance(seconds), text: `+ ${t("advances")[seconds]}` }));
    return el("div", { class: "panel" },
      el("div", { class: "clock-card" }, this.hour, this.date),
      el("div", { class: "buttons four" }, ...this.steps),
      el("p", { class: "panel-note", text: t("clockNote") }),
      el("h3", { class: "panel-title", text: t("botTitle") }), this.botLine, el("div", { class: "buttons four" }, ...this.botButtons));
  }

  async advance(seconds) {
    for (const step of this.steps) step.disabled = true;
    const answer = await attempt(() => api.advance(seconds));
    if (answer?.now) state.clockOffset = answer.now - Date.now();
    this.draw();
  }

  toggle(tab) {
    const isOpening = this.element.hidden || (tab && tab !== this.tab);
    this.element.hidden = !isOpening;
    const opener = document.querySelector("[data-testid=tools]");
    opener.setAttribute("aria-expanded", String(isOpening));
    document.body.classList.toggle("with-tools", isOpening);
    if (isOpening) this.show(tab ?? this.tab);
    else {
      this.inspector.show(false);
      opener.focus();
    }
  }

  show(name) {
    this.tab = name;
    for (const tab of this.tabs) tab.setAttribute("aria-selected", String(tab.dataset.tab === name));
    for (const [key, panel] of Object.entries(this.panels)) panel.hidden = key !== name;
    this.inspector.show(name === "inspector");
    this.draw();
  }

  draw() {
    if (this.element.hidden || !state.world) return;
    this.date.textContent = dateInWords(now());
    this.hour.textContent = time(now());
    const { bot } = state.world;
    const since = bot.since ? t("botSince", { time: time(bot.since) }) : "";
    this.botLine.textContent = bot.attached === false ? t("botDetached") : `${t(!bot.running ? "botStopped" : bot.ready ? "botRunning" : "botStarting")} ${since}`;
    this.botLine.dataset.running = String(Boolean(bot.running));
    for (const button of this.botButtons) button.disabled = bot.attached === false || (button.dataset.bot === "start") === Boolean(bot.running);
    for (const step of this.steps) step.disabled = Boolean(bot.running) && !bot.ready;
    this.faults.draw();
  }

  async reset() {
    if (await confirm(t("resetQuestion"), t("resetNote"), t("resetYes"))) await attempt(api.reset, t("resetDone"));
  }
}
