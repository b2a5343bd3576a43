// What the bot says to the messenger: every API call, live, with what went in and what came out.
import * as api from "./api.js";
import { el } from "./dom.js";
import { on } from "./state.js";
import { count, language, t } from "./words.js";

const KEPT = 400;

export class Inspector {
  constructor() {
    this.calls = [];
    this.isShown = false;
    this.filter = el("input", { type: "search", class: "filter", placeholder: t("filter"), "aria-label": t("filter"), "data-testid": "inspector-filter", oninput: () => this.draw() });
    this.problems = el("input", { type: "checkbox", onchange: () => this.draw() });
    this.quiet = el("input", { type: "checkbox", checked: true, onchange: () => this.draw() });
    this.list = el("div", { class: "calls", "data-testid": "inspector", tabindex: "0", "aria-label": t("inspector") });
    this.element = el("div", { class: "panel inspector" }, el("p", { class: "panel-note", text: t("inspectorNote") }), this.filter,
      el("div", { class: "filters" }, el("label", {}, this.problems, el("span", { text: t("onlyProblems") })), el("label", {}, this.quiet, el("span", { text: t("hidePolls") }))),
      this.list);
    on("call", (call) => this.add([call]));
    on("reset", () => {
      this.calls = [];
      this.draw();
    });
  }

  async show(isShown) {
    this.isShown = isShown;
    if (!isShown) return;
    const since = this.calls.at(-1)?.seq ?? 0;
    const { calls } = await api.calls(since, KEPT).catch(() => ({ calls: [] }));
    this.add(calls);
  }

  add(calls) {
    const newest = this.calls.at(-1)?.seq ?? 0;
    const fresh = calls.filter((one) => one.seq > newest);
    this.calls.push(...fresh);
    if (fresh.length > 1) this.calls.sort((one, other) => one.seq - other.seq);
    if (this.calls.length > 2 * KEPT) this.calls = this.calls.slice(-KEPT);
    if (this.isShown) this.draw();
  }

  // Many calls may come in one moment; the list is drawn once for them.
  draw() {
    if (this.waiting) return;
    this.waiting = setTimeout(() => {
      this.waiting = null;
      this.drawNow();
    }, 80);
  }

  drawNow() {
    const open = new Set([...this.list.querySelectorAll("details[open]")].map((one) => Number(one.dataset.call)));
    const shown = this.calls.filter((one) => this.fits(one)).reverse();
    this.list.replaceChildren(...(shown.length ? shown.map((one) => callRow(one, open.has(one.seq))) : [el("p", { class: "panel-note", text: t("noCalls") })]));
  }

  fits(call) {
    if (this.quiet.checked && call.method.toLowerCase() === "getupdates") return false;
    if (this.problems.checked && isFine(call)) return false;
    const words = this.filter.value.trim().toLowerCase();
    return !words || JSON.stringify([call.method, call.chat_id, call.params, call.description, call.verdict]).toLowerCase().includes(words);
  }
}

// The server cuts long results, and half a JSON text cannot be set out in lines.
function readable(result) {
  try {
    return JSON.parse(result ?? "true");
  } catch {
    return `${result} …`;
  }
}

const isFine = (call) => call.ok && (!call.verdict || call.verdict === "ok");

function callRow(call, isOpen) {
  const clock = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fa-IR", { timeZone: "Asia/Tehran", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
  const row = el("details", { class: isFine(call) ? "call" : "call bad", "data-call": call.seq, open: isOpen },
    el("summary", {}, el("span", { class: "call-code", text: call.ok ? "✓" : call.error_code ?? "✗" }), el("bdi", { class: "call-method", dir: "ltr", text: call.method }),
      el("bdi", { class: "call-chat", dir: "ltr", text: call.chat_id ?? "" }),
      el("bdi", { class: "call-time", dir: "ltr", title: clock.format(call.at), text: `${count(Math.round(call.took_ms ?? 0))} ms` })));
  const fill = () => row.open && row.children.length === 1 && row.append(...callBody(call, clock));
  row.addEventListener("toggle", fill);
  fill();
  return row;
}

function callBody(call, clock) {
  const answer = call.ok ? readable(call.result) : { error_code: call.error_code, description: call.description };
  return [
    el("p", { class: "call-line" }, el("span", { text: `${t("clock")}: ${clock.format(call.at)}` })),
    el("p", { class: "call-label", text: t("parameters") }), el("pre", { dir: "ltr", text: JSON.stringify(call.params ?? {}, null, 2) }),
    el("p", { class: "call-label", text: t("answer") }), el("pre", { dir: "ltr", text: typeof answer === "string" ? answer : JSON.stringify(answer, null, 2) }),
    ...(call.verdict ? [el("p", { class: "call-label", text: t("verdict") }), el("pre", { dir: "auto", text: call.verdict === "ok" ? t("fine") : call.verdict })] : []),
  ];
}
