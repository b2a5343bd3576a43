// Which language the page speaks, and how it says numbers and times (Tehran time always).
import { memory } from "./dom.js";
import en from "./en.js";
import fa from "./fa.js";

export const language = memory.get("language") === "en" ? "en" : "fa";
const words = language === "en" ? en : fa;

document.documentElement.lang = language;
document.documentElement.dir = language === "en" ? "ltr" : "rtl";

/** The word or sentence for a key such as "kinds.photo"; an unknown key is shown as it is. */
export function t(key, values = {}) {
  const found = key.split(".").reduce((part, name) => part?.[name], words);
  if (typeof found === "function") return found(values);
  return found ?? key;
}

/** Our word for what another part calls something, or their own word when we have none. */
export function known(table, name) {
  return t(table)[name] ?? name ?? "";
}

export function switchLanguage() {
  memory.set("language", language === "fa" ? "en" : "fa");
  location.reload();
}

const locale = language === "en" ? "en-GB" : "fa-IR";
const calendar = language === "en" ? "en-GB" : "fa-IR-u-ca-persian";
const zone = { timeZone: "Asia/Tehran" };
const counting = new Intl.NumberFormat(locale);
const hourAndMinute = new Intl.DateTimeFormat(calendar, { ...zone, hour: "2-digit", minute: "2-digit", hour12: false });
const dayAndMonth = new Intl.DateTimeFormat(calendar, { ...zone, weekday: "long", day: "numeric", month: "long" });
const shortDay = new Intl.DateTimeFormat(calendar, { ...zone, day: "numeric", month: "short" });
const wholeDate = new Intl.DateTimeFormat(calendar, { ...zone, weekday: "long", day: "numeric", month: "long", year: "numeric" });
const sameDay = new Intl.DateTimeFormat("en-CA", { ...zone, year: "numeric", month: "2-digit", day: "2-digit" });

export const count = (number) => counting.format(number);
export const time = (ms) => hourAndMinute.format(ms);
export const dayKey = (ms) => sameDay.format(ms);

const DAY = 86_400_000;

/** A separator between days: today, yesterday, or the date in words. */
export function dayName(ms, now) {
  if (dayKey(ms) === dayKey(now)) return t("today");
  if (dayKey(ms) === dayKey(now - DAY)) return t("yesterday");
  return spoken(dayAndMonth, ms);
}

/** The short time of a list row. */
export function when(ms, now) {
  return dayKey(ms) === dayKey(now) ? time(ms) : shortDay.format(ms);
}

export const dateInWords = (ms) => spoken(wholeDate, ms);

// Intl's Persian order is "1405 Azar 2, Monday"; people say "Monday 2 Azar 1405".
function spoken(form, ms) {
  if (language === "en") return form.format(ms);
  const parts = Object.fromEntries(form.formatToParts(ms).map(({ type, value }) => [type, value]));
  return [parts.weekday, parts.day, parts.month, parts.year].filter(Boolean).join(" ");
}

/** A duration in seconds as minutes and seconds, "1:05". */
export function length(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  const rest = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }).format(whole % 60);
  return `${count(Math.floor(whole / 60))}:${rest}`;
}

/** A file size in words. */
export function size(bytes) {
  if (!bytes) return "";
  const units = language === "en" ? ["B", "KB", "MB"] : ["بایت", "کیلوبایت", "مگابایت"];
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: step === 2 ? 1 : 0 }).format(bytes / 1000 ** step);
  return `${number} ${units[step]}`;
}
