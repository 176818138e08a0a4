// What the page itself says in the chat. The other languages say the same, each in a file of its own.

export default {
  locale: "en-US",
  clock: { hour: "numeric", minute: "2-digit" },
  day: "{weekday} {day} {month}",
  day_with_year: "{weekday} {day} {month} {year}",
  moment: "{day}, {time} {zone}",
  span: "{day}, {begins} to {ends} {zone}",
  zones: {},
  tidy: [],

  evening_from: 17,
  morning: "Good morning. What may I arrange for you?",
  afternoon: "Good afternoon. What may I arrange for you?",
  evening: "Good evening. What may I arrange for you?",
  first_choices: ["Book a massage", "Hours", "Membership"],

  conversation: "Conversation with {house}",
  choices: "Choices",
  choose: "Choose",
  choose_which: "Choose {title}",
  message: "Your message",
  placeholder: "Write to the house",
  send: "Send",
  writing: "The house is writing",
  count: "{count} of {most} characters",

  states: {
    held: "Held for you",
    paying: "Awaiting payment",
    confirmed: "Confirmed",
    completed: "Completed",
    expired: "Released",
    cancelled: "Cancelled",
    no_show: "Missed",
  },
  held_until: "Held until {time} {zone}",
  paid: "Paid",
  with_whom: "with {technician}",
  pay: "Go to secure payment",
  new_tab: "(opens a new tab)",

  unsteady: "The line is unsteady. Your message is kept, and I am trying again.",
  line: "The house could not be reached. Your message is kept here; nothing was booked twice.",
  refused: "That message could not be read. Please put it in other words.",
  long: "That is longer than I can read at once. Please send it in fewer than {most} characters.",
  session: "The conversation could not be opened. Please send that again.",
  slow: {
    one: "Let us take this a little slower. Please send it again in {count} second.",
    other: "Let us take this a little slower. Please send it again in {count} seconds.",
  },
  again: "Send again",
};
