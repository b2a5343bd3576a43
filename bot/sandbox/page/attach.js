// The menu of things a person can send besides text, from the device or as ready samples.
import { el, icon, iconButton } from "./dom.js";
import { t } from "./words.js";

const SAMPLES = [
  ["samplePhoto", "photo", { kind: "photo" }], ["sampleAlbum", "album", { kind: "photo", times: 3 }],
  ["sampleVoice", "mic", { kind: "voice" }], ["sampleVideo", "video", { kind: "video" }],
  ["sampleDocument", "file", { kind: "document" }], ["location", "pin", { kind: "location" }],
  ["sticker", "sticker", { kind: "sticker" }], ["contact", "person", { kind: "contact" }],
];

/** A button with a menu; `give` receives `{files}` or `{kind, times?}`. */
export class AttachMenu {
  constructor(give) {
    this.give = give;
    this.button = iconButton("clip", t("attach"), { "data-testid": "attach", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => this.toggle() });
    this.menu = el("div", { class: "attach-menu", role: "menu", hidden: true },
      this.device("photo", "photo", "image/*,video/*"), this.device("document", "file", ""),
      ...SAMPLES.map(([key, sign, given]) => this.item(key, sign, () => this.give({ ...given }))));
    this.element = el("div", { class: "attach" }, this.button, this.menu);
    document.addEventListener("click", (event) => !this.element.contains(event.target) && this.toggle(false));
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.toggle(false);
      if (event.key === "ArrowDown" || event.key === "ArrowUp") this.step(event);
    });
  }

  item(key, sign, deed) {
    return el("button", { type: "button", role: "menuitem", class: "attach-item", "data-attach": key, onclick: () => {
      this.toggle(false);
      deed();
    } }, icon(sign), el("span", { text: t(`attachments.${key}`) }));
  }

  device(key, sign, accept) {
    const input = el("input", { type: "file", accept, multiple: true, hidden: true, tabindex: -1, "data-file": key });
    input.addEventListener("change", () => {
      // A picture chosen as a document goes as a document, uncompressed.
      const files = [...input.files].map((file) => Object.assign(file, { asDocument: key === "document" }));
      if (files.length) this.give({ files });
      input.value = "";
    });
    return el("span", { class: "attach-device" }, this.item(key, sign, () => input.click()), input);
  }

  toggle(shown = this.menu.hidden) {
    if (shown === !this.menu.hidden) return;
    this.menu.hidden = !shown;
    this.button.setAttribute("aria-expanded", String(shown));
    if (shown) this.menu.querySelector("button").focus();
  }

  step(event) {
    const items = [...this.menu.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    items.at(at % items.length)?.focus();
  }
}

/** How a messenger sends a file of this type. */
export function kindOf(file) {
  if (file.asDocument) return "document";
  if (file.type === "image/gif") return "animation";
  if (/^image\/(jpeg|png|webp)$/.test(file.type)) return "photo";
  if (file.type.startsWith("video/")) return "video";
  if (file.type.startsWith("audio/")) return "audio";
  return "document";
}

/** A file's bytes as base64. */
export function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** A person's own contact card, with a number that belongs to nobody. */
export const contactOf = ({ id, name }) => ({ phone_number: `+980000${String(id).slice(-6).padStart(6, "0")}`, first_name: name, user_id: id });
