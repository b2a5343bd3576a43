// The switches for a bad day: network, limits, lost order, and a person who has had enough.
import * as api from "./api.js";
import * as deeds from "./deeds.js";
import { el } from "./dom.js";
import { changed, person, state } from "./state.js";
import { toast } from "./toast.js";
import { t } from "./words.js";

const NETWORK = ["drop_before", "drop_after", "502", "504", "500", "html", "truncated"];
const ALL_WELL = { offline: false, bale_offline: false, errors: 0, kinds: NETWORK, latency_ms: 0, limits: false, unauthorized: false, duplicate_updates: 1, shuffle: 0 };
const LATENCIES = [0, 40, 500, 2000];
const WAIT_SECONDS = 5;

const has = (faults, kind) => faults.errors > 0 && (faults.kinds ?? []).includes(kind);

// One share of errors serves two switches, so each keeps the other's kinds.
function mixed(network, flood) {
  const kinds = [...(network ? NETWORK : []), ...(flood ? ["429"] : [])];
  if (!kinds.length) return { errors: 0, kinds: NETWORK };
  return { errors: network ? 0.2 : 0.5, kinds, retry_after: WAIT_SECONDS };
}

const SWITCHES = {
  offline: { is: (faults) => faults.offline, change: (isOn) => ({ offline: isOn }) },
  baleOffline: { is: (faults) => faults.bale_offline, change: (isOn) => ({ bale_offline: isOn }) },
  network: { is: (faults) => has(faults, "502"), change: (isOn, faults) => mixed(isOn, has(faults, "429")) },
  flood: { is: (faults) => has(faults, "429"), change: (isOn, faults) => mixed(has(faults, "502"), isOn) },
  limits: { is: (faults) => faults.limits, change: (isOn) => ({ limits: isOn }) },
  duplicate: { is: (faults) => faults.duplicate_updates > 1, change: (isOn) => ({ duplicate_updates: isOn ? 2 : 1 }) },
  shuffle: { is: (faults) => faults.shuffle > 0, change: (isOn) => ({ shuffle: isOn ? 5 : 0 }) },
  unauthorized: { is: (faults) => faults.unauthorized, change: (isOn) => ({ unauthorized: isOn }) },
};

const given = () => state.world?.faults ?? {};

export const faultsAreOn = () => given().latency_ms > 0 || Object.values(SWITCHES).some((one) => one.is(given()));

async function change(what) {
  try {
    const faults = await api.faults(what);
    state.world.faults = { ...given(), ...what, ...faults };
  } catch (error) {
    toast(t("notDone", { reason: error.message }));
  }
  changed();
}

export class FaultsPanel {
  /** `current()` gives the id of the person whose pane is in use, or null. */
  constructor(current) {
    this.current = current;
    this.switches = Object.fromEntries(Object.entries(SWITCHES).map(([name, one]) => [name, toggle(t(`faultNames.${name}`), t(`faultNotes.${name}`), name, (isOn) => change(one.change(isOn, given())))]));
    this.slow = LATENCIES.map((ms) => el("button", { type: "button", class: "choice", "data-latency": ms, onclick: () => change({ latency_ms: ms }), text: t("latencies")[ms] }));
    this.block = toggle("", t("blockNote"), "block", (isOn) => deeds.setBlocked(this.current(), isOn));
    this.mend = el("button", { type: "button", class: "button wide", "data-fault": "none", onclick: () => change(ALL_WELL), text: t("allWell") });
    this.element = el("div", { class: "panel" }, el("p", { class: "panel-note", text: t("faultsNote") }),
      ...Object.values(this.switches), el("div", { class: "choices", role: "group", "aria-label": t("latency") }, el("span", { class: "choices-name", text: t("latency") }), ...this.slow),
      this.block, this.mend);
  }

  draw() {
    for (const [name, one] of Object.entries(SWITCHES)) set(this.switches[name], Boolean(one.is(given())));
    for (const button of this.slow) button.setAttribute("aria-pressed", String(Number(button.dataset.latency) === (given().latency_ms || 0)));
    const me = person(this.current());
    this.block.hidden = !me;
    if (me) {
      this.block.querySelector(".switch-name").textContent = t("blockBy", { name: me.name });
      set(this.block, me.blocked);
    }
    this.mend.disabled = !faultsAreOn();
  }
}

function toggle(name, note, key, flip) {
  const box = el("input", { type: "checkbox", role: "switch", "data-fault": key });
  box.addEventListener("change", () => flip(box.checked));
  return el("label", { class: "switch" }, el("span", { class: "switch-words" }, el("span", { class: "switch-name", text: name }), note ? el("span", { class: "switch-note", text: note }) : null), box);
}

function set(label, isOn) {
  label.querySelector("input").checked = isOn;
}
