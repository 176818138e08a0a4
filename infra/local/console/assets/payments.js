// What guests owe and have paid, as Stripe has it, with the booking that it is for.

import { chip, el, show } from "./dom.js";
import { ask } from "./wire.js";
import { moment, money } from "./words.js";

const TONES = { complete: "good", succeeded: "good", delivered: "good", open: "due", pending: "due", expired: "", canceled: "" };

export function payments(column, { act }) {
  const list = column.querySelector(".things");
  const expire = (session) => act(() => ask("payments/expire", { method: "POST", body: { session } }));
  return {
    load: () => ask("payments"),
    render: (found) => {
      const rows = paymentRows(found);
      column.querySelector(".empty").hidden = rows.length > 0;
      show(list, rows, { key: (row) => row.id, draw: (row) => draw(row, expire) });
      show(column.querySelector(".customers"), found.customers, { key: ({ id }) => id, draw: customer });
      show(column.querySelector(".hooks"), found.events, { key: ({ id }) => id, draw: delivery });
    },
  };
}

/** One row for each checkout with its payment and refunds, and for each payment without a checkout; newest first. */
function paymentRows(found) {
  const intents = new Map(found.payment_intents.map((intent) => [intent.id, intent]));
  const refunds = (intent) => found.refunds.filter((refund) => intent && refund.payment_intent === intent.id);
  const booking = (thing) => found.bookings[thing.metadata?.booking_id];
  const rows = found.checkout_sessions.map((session) => {
    const intent = intents.get(session.payment_intent);
    intents.delete(session.payment_intent);
    return { id: session.id, session, intent, refunds: refunds(intent), booking: booking(session) };
  });
  const alone = [...intents.values()].map((intent) => ({
    id: intent.id,
    intent,
    refunds: refunds(intent),
    booking: booking(intent),
  }));
  return [...rows, ...alone].sort((a, b) => (b.session ?? b.intent).created - (a.session ?? a.intent).created);
}

function draw({ session, intent, refunds, booking }, expire) {
  const thing = session ?? intent;
  const refused = intent?.last_payment_error;
  const who = session?.customer_details?.email ?? session?.customer_email ?? "";
  const isOpen = session?.status === "open";
  return el(
    "li",
    { className: "thing" },
    el(
      "p",
      { className: "line" },
      el("strong", { className: "mono amount" }, money(thing.amount_total ?? thing.amount ?? 0, thing.currency ?? "usd")),
      el("time", { className: "mono" }, moment(thing.at)),
    ),
    el(
      "p",
      { className: "line" },
      session ? chip(`checkout ${session.status}`, TONES[session.status]) : null,
      intent ? chip(`payment ${intent.status.replaceAll("_", " ")}`, TONES[intent.status] ?? "due") : null,
      refused ? chip(refused.decline_code ?? refused.code ?? "declined", "bad") : null,
    ),
    el("p", { className: "line quiet mono" }, booking ? `${booking.reference} · ${booking.status}` : (intent?.description ?? "")),
    who ? el("p", { className: "line quiet mono cut" }, who) : null,
    refunds.map((refund) =>
      el("p", { className: "line" }, chip(`refund ${refund.status}`, TONES[refund.status] ?? "bad"), el("span", { className: "mono" }, `− ${money(refund.amount, refund.currency)}`)),
    ),
    isOpen
      ? el(
          "p",
          { className: "line ways" },
          el("a", { className: "button", href: session.url, target: "_blank", rel: "noopener" }, "Open the page"),
          el("button", { type: "button", className: "button", onclick: () => expire(session.id) }, "Expire now"),
        )
      : null,
  );
}

const customer = (one) =>
  el(
    "li",
    { className: "thing" },
    el("p", { className: "line" }, el("span", {}, one.name ?? one.email ?? one.id), el("time", { className: "mono" }, moment(one.at))),
    el("p", { className: "line quiet mono cut" }, one.email ?? ""),
  );

const delivery = (event) =>
  el(
    "li",
    { className: "thing" },
    el("p", { className: "line" }, el("span", { className: "mono cut" }, event.type), el("time", { className: "mono" }, moment(event.at))),
    el("p", { className: "line" }, chip(event.status ?? "not sent", TONES[event.status] ?? "bad"), event.answer ? el("span", { className: "quiet" }, `answer ${event.answer}, attempt ${event.attempts}`) : null),
  );
