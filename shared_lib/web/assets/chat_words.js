// Times, money and states in the house's words; times always on the spa's clock, with its zone named.

const STATES = {
  held: "Held for you",
  paying: "Awaiting payment",
  confirmed: "Confirmed",
  completed: "Completed",
  expired: "Released",
  cancelled: "Cancelled",
  no_show: "Missed",
};

const GREETINGS = [
  [5, "Good evening"],
  [12, "Good morning"],
  [17, "Good afternoon"],
  [24, "Good evening"],
];

export class Words {
  constructor({ zone, zoneWords }) {
    this.zone = zone;
    this.zoneWords = zoneWords;
  }

  #part(moment, options) {
    const said = new Intl.DateTimeFormat("en-US", { timeZone: this.zone, ...options }).format(moment);
    return said.replace(/\s/g, "\u00a0"); // an hour and its half of the day stay on one line
  }

  greeting(now) {
    const hour = Number(this.#part(now, { hour: "numeric", hourCycle: "h23" }));
    return `${GREETINGS.find(([until]) => hour < until)[1]}. What may I arrange for you?`;
  }

  hour(moment) {
    const said = (when) => this.#part(when, { hour: "numeric", minute: "2-digit" });
    const comesTwice = [-3600_000, 3600_000].some((shift) => said(new Date(moment.getTime() + shift)) === said(moment));
    return comesTwice ? this.#part(moment, { hour: "numeric", minute: "2-digit", timeZoneName: "short" }) : said(moment);
  }

  day(moment) {
    const [weekday, day, month, year] = ["weekday", "day", "month", "year"].map((name) =>
      this.#part(moment, { [name]: name === "day" || name === "year" ? "numeric" : "long" }),
    );
    const thisYear = this.#part(new Date(), { year: "numeric" });
    return `${weekday} ${day} ${month}${year === thisYear ? "" : ` ${year}`}`;
  }

  visit({ starts_at: begins, ends_at: ends }) {
    const until = ends ? ` to ${this.hour(new Date(ends))}` : "";
    return `${this.day(new Date(begins))}, ${this.hour(new Date(begins))}${until} ${this.zoneWords}`;
  }

  until(moment) {
    return `Held until ${this.hour(new Date(moment))} ${this.zoneWords}`;
  }

  money({ amount_cents: cents, currency }) {
    const format = new Intl.NumberFormat("en-US", { style: "currency", currency: currency.toUpperCase() });
    return format.format(cents / 100);
  }

  state(status) {
    return STATES[status] ?? status;
  }
}
