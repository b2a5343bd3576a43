// Recording a voice message with the browser's microphone, where there is one.
import { base64 } from "./attach.js";
import { el, iconButton } from "./dom.js";
import { toast } from "./toast.js";
import { length, t } from "./words.js";

const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

/** Records while `isOn`; `send` receives `{data, mime, duration}`, `redraw` is called when the state changes. */
export class Recorder {
  constructor(send, redraw) {
    this.send = send;
    this.redraw = redraw;
    this.isOn = false;
    this.isPossible = Boolean(navigator.mediaDevices?.getUserMedia && globalThis.MediaRecorder);
    this.button = iconButton("mic", t("record"), { class: "icon-button send", "data-testid": "mic", onclick: () => this.begin() });
    this.time = el("span", { class: "rec-time", text: length(0) });
    this.bar = el("div", { class: "rec-bar", hidden: true },
      iconButton("close", t("recordCancel"), { onclick: () => this.cancel() }),
      el("span", { class: "rec-dot", "aria-hidden": "true" }), el("span", { role: "status", text: t("recording") }), this.time);
  }

  async begin() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.isPossible = false;
      this.redraw();
      toast(t("microphoneRefused"));
      return;
    }
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.machine = new MediaRecorder(this.stream, mimeType ? { mimeType } : {});
    this.parts = [];
    this.machine.addEventListener("dataavailable", ({ data }) => this.parts.push(data));
    this.machine.start();
    this.since = performance.now();
    this.ticking = setInterval(() => { this.time.textContent = length(this.seconds()); }, 250);
    this.set(true);
  }

  seconds() {
    return (performance.now() - this.since) / 1000;
  }

  finish() {
    const duration = Math.max(1, Math.round(this.seconds()));
    this.machine.addEventListener("stop", async () => {
      const blob = new Blob(this.parts, { type: this.machine.mimeType });
      this.send({ data: await base64(blob), mime: blob.type.split(";")[0], duration });
    }, { once: true });
    this.end();
  }

  cancel() {
    if (this.isOn) this.end();
  }

  end() {
    clearInterval(this.ticking);
    if (this.machine.state !== "inactive") this.machine.stop();
    for (const track of this.stream.getTracks()) track.stop();
    this.time.textContent = length(0);
    this.set(false);
  }

  set(isOn) {
    this.isOn = isOn;
    this.bar.hidden = !isOn;
    this.redraw();
  }
}
