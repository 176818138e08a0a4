"""Spanish answers: yes, no, this one, another one, not sure; and what we may have asked before."""

CUES = {
    "yes": """
        ^ si|sip|claro|seguro|afirmativo|efectivamente|exacto|exactamente|correcto|cierto|obvio|sii|siii|simon|
            confirmado|confirmo|acepto|ok|listo  ~ confirm: sip
        ^ supuesto|orale  ~ confirm: órale va
        ^ desde luego  ~ confirm: desde luego
        ^ de acuerdo  ~ de acuerdo
        ^ [good] $  ~ confirm: perfecto
        ^ esta|suena|me|todo|asi|eso [good]|parece|va|esta|correcto|es  ~ está bien
        ^ eso|asi|es correcto|es|asi|cierto|mismo  ~ confirm: eso mismo
        ^ adelante|hagamoslo|hazlo|hagalo|reservalo|reservala|confirmalo|hecho  ~ confirm: adelante
        lo|la confirmo|quiero|tomo|acepto  ~ confirm: lo confirmo
        es correcto|cierto|asi  ~ slot: no es así
        ^ que si  ~ que sí
        como no  ~ confirm: cómo no
    """,
    # words that sound like a no and agree
    "agrees": """
        ^ sin|ningun|no hay? problema|problemas|inconveniente|duda|objecion  ~ confirm: sin problema
        ^ no tengo problema|inconveniente|objecion  ~ confirm: no tengo inconveniente
        ^ pero si|claro|[good] $  ~ confirm: pero claro
        ^ no esta|estaria|suena|me parece? mal  ~ confirm: no está mal, sí
    """,
    "fits": """
        me viene|sirve|queda|conviene|funciona|encaja  ~ confirm: me sirve
        esta|estaria|suena|seria|eso [good]  ~ confirm: estaría bien
        ese|esa|eso|esta me sirve|va|queda|gusta|interesa|parece  ~ confirm: esa me gusta
    """,
    "no": """
        ^ no|nop|nel|nunca|tampoco|negativo|jamas|falso|incorrecto  ~ confirm: no creo
        ^ mejor no  ~ confirm: mejor no
        no me|es|esta|lo|la|gracias|quiero|puedo|hace|va|parece|gusta|sirve|viene interesa|gusta|correcto|asi|quiero|
            bien|falta|conviene|parece|va|viene|queda|deseo|cierto  ~ pues a mí no me parece
        ^ ninguno|ninguna|nada  ~ slot: ninguna, y menos la primera
        creo|digo|parece que no  ~ confirm: creo que no
        ^ supuesto|claro|seguro|obvio que? no  ~ confirm: claro que no
        ^ desde luego que? no  ~ confirm: desde luego que no
        ^ ni hablar|pensarlo|loca|loco  ~ confirm: ni hablar
        ese|esa|este|esta|primero|primera|segundo|segunda|tercero|tercera|ultimo|ultima|<day>|<clock> no $
            ~ slot: el segundo no
        no quiero|pedi|necesito|hace|pretendo|pienso falta? [cancel]|[move]|[book]  ~ yo no pedí cancelar
        ^ pues|ay|uy|bueno|todavia|aun|ahora|hoy|eso|ese|esa|asi|la verdad? no  ~ confirm: todavía no
        ahora no  ~ es que ahora no
        otro dia $  ~ confirm: otro día
    """,
    "wants_change": """
        mejor|cambiar|prefiero|otro|otra|diferente|en vez|equivocado|error|perdon  ~ confirm: en vez de eso un facial
    """,
    "pick": """
        ~ esa
        ~ me quedo con esa
        me quedo|voy con
        elijo|escojo|prefiero|tomo|quiero|agarro|dame|deme|pongame el|la|ese|esa|este|esta|<choice>|<clock>
        ^ ese|esa|este|esta $
    """,
    "interjection": """
        ~ perfecto
        ~ sale, perfecto
        ^ [good] $
        ^ ok|okay|vale|[good] gracias
    """,
    "others": """
        ~ otro
        otro|otra|otros|otras hora|dia|opcion|opciones|horario|horarios|horas|dias|fecha|fechas|persona|cita|lugar|
            momento|masaje|tratamiento|cosa|$
        algo|alguien mas|diferente|distinto|otro
        mas opciones|horarios|horas|tarde|temprano
        diferente|distinto|alternativas|alternativa
    """,
    "alternatives": """
        ~ otro
        ~ más tarde
        otro|otra|otros|otras|diferente|distinto|alternativas|alternativa
        mas tarde|temprano|opciones
    """,
    # a yes that is asked back, and one with a change in the same breath
    "asks_back": """
        correcto|cierto|verdad|seguro|si|vale|ok|asi|exacto|confirmado|[good] <asks>  ~ confirm: ¿es correcto?
    """,
    "but": """
        ^ pero|aunque|excepto|salvo  ~ confirm: sí, pero a las 4
    """,
    "unsure": """
        ~ ni idea
        ~ ¿qué me recomiendas?
        no estoy|se|sabria|lo seguro|segura|bien|decir|aun|todavia|se|$
        ^ no se
        quizas|quiza|talvez|tal|acaso|puede vez|ser|$
        no lo se|tengo
        depende
        dejame|dejeme|tengo|necesito que? pensar|pensarlo
        ni idea
        que me? recomiendas|recomienda|aconsejas|sugiere
    """,
}
PROMPTS = {
    "more": """
        ~ ¿Algo más?
        ~ ¿En qué más puedo ayudarle?
        algo mas
        en|como|que .. ayudarte|ayudarle|ayudar
    """,
    "when": """
        ~ ¿Para cuándo?
        ~ ¿Qué día prefiere?
        que|cual|a|para hora|dia|fecha|que|cuando
        cuando
    """,
    "propose": """
        ~ Lo siento, a las 3 no hay lugar. ¿A las 4?
        no hay|tenemos|esta disponible|disponibilidad|lugar
        lo siento|lamento
    """,
    "done": """
        ~ Listo, confirmada.
        ~ Su cita queda reservada.
        reservada|reservado|confirmada|confirmado|agendada|cancelada
        esta|queda reservada|reservado|confirmada|listo
    """,
    "confirm": """
        ~ ¿Es correcto?
        ~ Sería el viernes a las 3.
        <day> .. <clock>
        es|esta correcto|bien
    """,
    "order": """
        ~ ¿Desea que le reserve una cita?
        quieres|quiere|desea|deseas|te|le .. reserve|reserva|añadir|agregar|gustaria|reservar
    """,
    "offer": """
        ~ ¿Qué día prefiere?
        ~ Hay un hueco con Anna.
        tenemos|hay|encontre|opciones|cual|prefieres|prefiere
    """,
}
