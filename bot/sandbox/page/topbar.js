// The bar above everything: what this page is, the stage's clock, the bot's health, and the page's own switches.
import { el, iconButton } from "./dom.js";
import { faultsAreOn } from "./faults.js";
import { now, state } from "./state.js";
import { switchLanguage, t, time, dateInWords } from "./words.js";

export class TopBar {
  /** `deeds` is `{sideBySide(), tools(tab?)}`. */
  constructor(element, deeds) {
    this.clock = el("button", { type: "button", class: "top-clock", "data-testid": "clock", title: t("clock"), onclick: () => deeds.tools("clock") });
    this.status = el("button", { type: "button", class: "top-status", "data-testid": "bot-status", onclick: () => deeds.tools(faultsAreOn() ? "faults" : "clock") });
    this.side = iconButton("columns", t("sideBySide"), { "data-testid": "side-by-side", "aria-pressed": "false", class: "icon-button on-wide", onclick: deeds.sideBySide });
    element.append(
      el("div", { class: "brand" }, el("img", { src: "/page/mark.svg", alt: "", width: 28, height: 28 }),
        el("h1", {}, el("span", { class: "brand-name", text: t("brand") }), el("span", { class: "brand-stage", text: t("stage") }))),
      el("div", { class: "top-middle" }, this.clock, this.status),
      el("button", { type: "button", class: "language", "data-testid": "language", lang: t("otherLanguage") === "English" ? "en" : "fa", title: t("otherLanguageTitle"), onclick: switchLanguage, text: t("otherLanguage") }),
      this.side,
      iconButton("tools", t("tools"), { "data-testid": "tools", "aria-expanded": "false", onclick: () => deeds.tools() }));
    setInterval(() => this.drawClock(), 1000);
  }

  drawClock() {
    if (!state.world) return;
    const words = [dateInWords(now()), time(now())];
    if (this.clock.textContent === words.join("")) return;
    this.clock.replaceChildren(el("span", { class: "top-date", text: words[0] }), el("strong", { text: words[1] }));
  }

  draw() {
    this.drawClock();
    const { bot } = state.world;
    const how = bot.attached === false ? "detached" : !bot.running ? "stopped" : faultsAreOn() ? "faults" : bot.ready ? "running" : "starting";
    if (this.status.dataset.how === how) return;
    this.status.dataset.how = how;
    const words = { detached: t("botDetached"), faults: t("faultsOn"), running: `${t("botTitle")} ${t("botRunning")}`, starting: `${t("botTitle")} ${t("botStarting")}`, stopped: `${t("botTitle")} ${t("botStopped")}` }[how];
    this.status.replaceChildren(el("i", { class: "lamp", "aria-hidden": "true" }), el("span", { text: words }));
  }

  setSide(isOn) {
    this.side.setAttribute("aria-pressed", String(isOn));
    this.side.title = t(isOn ? "oneByOne" : "sideBySide");
    this.side.setAttribute("aria-label", this.side.title);
  }
}
