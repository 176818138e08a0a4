// Lo que dice la página misma en la conversación, de usted. Las frases son las de chat_words_en.js.

export default {
  locale: "es-US",
  clock: { hour: "numeric", minute: "2-digit", hourCycle: "h23" },
  day: "{weekday} {day} de {month}",
  day_with_year: "{weekday} {day} de {month} de {year}",
  moment: "{day}, {time}, {zone}",
  span: "{day}, de {begins} a {ends}, {zone}",
  zones: { "America/New_York": "hora de Nueva York" },
  tidy: [["\\b0(\\d:\\d\\d)", "$1"], ["\\blas (1:\\d\\d)", "la $1"]],

  evening_from: 19,
  morning: "Buenos días. ¿Qué puedo organizarle?",
  afternoon: "Buenas tardes. ¿Qué puedo organizarle?",
  evening: "Buenas noches. ¿Qué puedo organizarle?",
  first_choices: ["Reservar un masaje", "Horario", "La membresía"],

  conversation: "Conversación con {house}",
  choices: "Opciones",
  choose: "Elegir",
  choose_which: "Elegir {title}",
  message: "Su mensaje",
  placeholder: "Escriba a la casa",
  send: "Enviar",
  writing: "La casa está escribiendo",
  count: "{count} de {most} caracteres",

  states: {
    held: "Reservada para usted",
    paying: "A la espera del pago",
    confirmed: "Confirmada",
    completed: "Realizada",
    expired: "Liberada",
    cancelled: "Cancelada",
    no_show: "No realizada",
  },
  held_until: "Reservada hasta las {time}, {zone}",
  paid: "Pagada",
  with_whom: "con {technician}",
  pay: "Ir al pago seguro",
  new_tab: "(se abre en otra pestaña)",

  unsteady: "La línea es inestable. Su mensaje está guardado, y lo intento de nuevo.",
  line: "No fue posible comunicarse con la casa. Su mensaje queda guardado aquí; nada se reservó dos veces.",
  refused: "No fue posible leer ese mensaje. Por favor, dígalo con otras palabras.",
  long: "Eso es más de lo que puedo leer de una vez. Por favor, envíelo en menos de {most} caracteres.",
  session: "No fue posible abrir la conversación. Por favor, envíelo de nuevo.",
  slow: {
    one: "Vayamos un poco más despacio. Por favor, envíelo de nuevo en {count} segundo.",
    other: "Vayamos un poco más despacio. Por favor, envíelo de nuevo en {count} segundos.",
  },
  again: "Enviar de nuevo",
};
