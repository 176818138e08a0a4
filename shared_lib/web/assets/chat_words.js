// What the page itself says, in the language of the conversation; times always on the spa's clock, its zone named.

import english from "./chat_words_en.js";

const LANGUAGES = new Set(["en", "es", "ru", "uk", "he"]);
const FROM_THE_RIGHT = new Set(["he"]);
const NIGHT_ENDS = 5;
const NOON = 12;

/** English comes with the page; another language comes when somebody speaks it. */
const sheetOf = async (lang) => (lang === "en" ? english : (await import(`./chat_words_${lang}.js`)).default);

/** Latin words don't turn the Hebrew sentence around them. */
const isolated = (fact) => (/[A-Za-z]/.test(fact) && !/[\u0590-\u05ff]/.test(fact) ? `\u2066${fact}\u2069` : fact);

const unbroken = (said) => said.replace(/\s/g, "\u00a0"); // an hour and its half of the day stay on one line

const numbered = (name) => name.replace(/ (?=\d)/g, "\u00a0"); // "Room 2" too

const capitalised = (said) => said.charAt(0).toUpperCase() + said.slice(1);

/** Return the first language of ours that the browser asks for. */
export function browsersLanguage() {
  const wanted = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  return wanted.find((lang) => LANGUAGES.has(lang)) ?? "en";
}

export const directionOf = (lang) => (FROM_THE_RIGHT.has(lang) ? "rtl" : "ltr");

export class Words {
  #sheet = english;
  #wanted = "en";

  constructor({ zone, zoneWords, house }) {
    this.zone = zone;
    this.zoneWords = zoneWords;
    this.house = house;
    this.lang = "en";
  }

  /** Speak a language from now on; one that can't be had leaves the words as they are. */
  async speak(lang) {
    this.#wanted = lang;
    const sheet = await sheetOf(lang).catch(() => null);
    if (!sheet || this.#wanted !== lang) return;
    this.#sheet = sheet;
    this.lang = lang;
  }

  say(key, facts = {}) {
    return this.#fill(this.#sheet[key], facts);
  }

  #fill(sentence, facts) {
    const said = sentence.replace(/{(\w+)}/g, (_, name) => this.#fact(facts[name]));
    return this.#sheet.tidy.reduce((text, [sought, instead]) => text.replace(new RegExp(sought, "g"), instead), said);
  }

  #fact(fact) {
    return directionOf(this.lang) === "rtl" ? isolated(fact) : fact;
  }

  #format(options, locale = this.#sheet.locale) {
    return new Intl.DateTimeFormat(locale, { timeZone: this.zone, ...options });
  }

  #part(moment, name, options, locale) {
    return this.#format(options, locale).formatToParts(moment).find(({ type }) => type === name).value;
  }

  greeting(now) {
    const hour = Number(this.#part(now, "hour", { hour: "numeric", hourCycle: "h23" }));
    if (hour < NIGHT_ENDS || hour >= this.#sheet.evening_from) return this.say("evening");
    return this.say(hour < NOON ? "morning" : "afternoon");
  }

  get firstChoices() {
    return this.#sheet.first_choices;
  }

  conversation() {
    return this.say("conversation", { house: this.house });
  }

  hour(moment) {
    const said = (when) => unbroken(this.#format(this.#sheet.clock).format(when));
    const comesTwice = [-3600_000, 3600_000].some((shift) => said(new Date(moment.getTime() + shift)) === said(moment));
    if (!comesTwice) return said(moment);
    const zone = this.#part(moment, "timeZoneName", { hour: "numeric", timeZoneName: "short" }, "en-US");
    return `${said(moment)}\u00a0${zone}`;
  }

  day(moment) {
    const whole = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
    const parts = this.#format(whole).formatToParts(moment).map(({ type, value }) => [type, value]);
    const year = (when) => this.#part(when, "year", { year: "numeric" });
    const key = year(moment) === year(new Date()) ? "day" : "day_with_year";
    return capitalised(this.say(key, Object.fromEntries(parts)));
  }

  #zone() {
    if (this.#sheet === english) return this.zoneWords;
    const { zones } = this.#sheet;
    return zones[this.zone] ?? this.#part(new Date(), "timeZoneName", { timeZoneName: "longGeneric" });
  }

  visit({ starts_at: begins, ends_at: ends }) {
    const [begin, zone] = [new Date(begins), this.#zone()];
    const facts = { day: this.day(begin), zone };
    if (!ends) return this.say("moment", { ...facts, time: this.hour(begin) });
    return this.say("span", { ...facts, begins: this.hour(begin), ends: this.hour(new Date(ends)) });
  }

  until(moment) {
    return this.say("held_until", { time: this.hour(new Date(moment)), zone: this.#zone() });
  }

  place({ technician, room }) {
    const said = [technician && this.say("with_whom", { technician }), room && this.#fact(numbered(room))];
    return said.filter(Boolean).join(" · ");
  }

  money({ amount_cents: cents, currency }) {
    const style = { style: "currency", currency: currency.toUpperCase(), currencyDisplay: "narrowSymbol" };
    return new Intl.NumberFormat(this.#sheet.locale, style).format(cents / 100);
  }

  state(status) {
    return this.#sheet.states[status] ?? status;
  }

  number(count) {
    return new Intl.NumberFormat(this.#sheet.locale).format(count);
  }

  /** Return a sentence in the form that its count takes. */
  counted(key, count) {
    const forms = this.#sheet[key];
    const form = forms[new Intl.PluralRules(this.#sheet.locale).select(count)];
    return this.#fill(form ?? Object.values(forms).at(-1), { count: this.number(count) });
  }
}
