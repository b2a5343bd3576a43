// Sets the page up: one or two panes, the bar, the tools, and the stream that keeps them true.
import { listen } from "./api.js";
import { el } from "./dom.js";
import { take } from "./events.js";
import { isFamily } from "./cast.js";
import { Pane } from "./pane.js";
import { catchUp, changed, on, person, privateKey, readWorld, state } from "./state.js";
import { Tools } from "./tools.js";
import { TopBar } from "./topbar.js";
import { t } from "./words.js";

const stage = document.getElementById("stage");
const panes = [new Pane("a", remember), new Pane("b", remember)];
let isSide = false;
let used = panes[0];

const tools = new Tools(document.getElementById("tools"), () => used.person);
const bar = new TopBar(document.getElementById("topbar"), { sideBySide, tools: (tab) => tools.toggle(tab) });
const lost = el("p", { class: "lost", role: "status", hidden: true, text: t("offline") });

document.title = t("title");
document.body.append(lost);
stage.append(panes[0].element, el("p", { class: "loading", text: t("loading") }));
for (const pane of panes) {
  for (const moment of ["focusin", "pointerdown"]) pane.element.addEventListener(moment, () => use(pane));
  // A pane that becomes narrow or wide shows other things, not only other sizes.
  new ResizeObserver(changed).observe(pane.element);
}

function use(pane) {
  if (used === pane) return;
  used = pane;
  changed();
}

function layOut() {
  if (isSide && !panes[1].element.isConnected) panes[0].element.after(panes[1].element);
  if (!isSide) panes[1].element.remove();
  if (!isSide) used = panes[0];
  stage.classList.toggle("side", isSide);
  bar.setSide(isSide);
}

// Beside a family a counselor is wanted, and the other way round.
function sideBySide() {
  isSide = !isSide;
  if (isSide && state.world) {
    const { people } = state.world;
    const family = people.find(isFamily);
    const counselor = people.find((one) => /counselor|مشاور/i.test(one.role ?? "")) ?? people.find((one) => !isFamily(one));
    if (!panes[0].person && family) Object.assign(panes[0], { person: family.id, chat: privateKey(family.id), view: "chat" });
    const other = panes[0].person === counselor?.id ? family : counselor;
    if (!panes[1].person && other) Object.assign(panes[1], { person: other.id, chat: null, view: "chats" });
  }
  layOut();
  remember();
  draw();
}

function remember() {
  const place = `#${panes[0].place()}${isSide ? `|${panes[1].place()}` : ""}`;
  if (place !== location.hash) history.pushState(null, "", place);
}

function restore() {
  const [first, second] = decodeURIComponent(location.hash.slice(1)).split("|");
  panes[0].restore(first ?? "");
  isSide = second !== undefined;
  if (isSide) panes[1].restore(second);
  layOut();
  changed();
}

function draw() {
  if (!state.world) return;
  stage.querySelector(".loading")?.remove();
  lost.hidden = state.connected;
  bar.draw();
  for (const pane of isSide ? panes : [panes[0]]) pane.draw();
  tools.draw();
}

on("change", draw);
on("clock", changed);
addEventListener("popstate", restore);
document.addEventListener("visibilitychange", changed);
setInterval(changed, 20_000);

restore();
readWorld().catch(() => {});
listen({
  onEvent: take,
  onOpen: () => {
    state.connected = true;
    catchUp().catch(() => {});
  },
  onLost: () => {
    state.connected = false;
    lost.hidden = false;
    changed();
  },
});

// For a person at the console and for tests: what the page knows, read only.
globalThis.stage = { state, person };
