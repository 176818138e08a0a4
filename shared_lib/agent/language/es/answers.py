"""Spanish answers: yes, no, this one, another one, not sure; and what we may have asked before."""

SIGNS = {
    "yes": """
        ^ si|sip|claro|seguro|afirmativo|efectivamente|exacto|exactamente|correcto|cierto|obvio|sii|siii|simon|
            confirmado|confirmo|acepto|ok|listo
        ^ supuesto|orale
        ^ desde luego
        ^ de acuerdo
        ^ [good] $
        ^ esta|suena|me|todo|asi|eso [good]|parece|va|esta|correcto|es
        ^ eso|asi|es correcto|es|asi|cierto|mismo
        ^ adelante|hagamoslo|hazlo|hagalo|reservalo|reservala|confirmalo|hecho
        lo|la confirmo|quiero|tomo|acepto
        es correcto|cierto|asi
        ^ que si
        como no
    """,
    # words that sound like a no and agree
    "agrees": """
        ^ sin|ningun|no hay? problema|problemas|inconveniente|duda|objecion
        ^ no tengo problema|inconveniente|objecion
        ^ pero si|claro|[good] $
        ^ no esta|estaria|suena|me parece? mal
    """,
    "fits": """
        me parece|queda|viene|va|sirve|conviene [good]
        me viene|sirve|queda|conviene|funciona|encaja
        esta|estaria|suena|seria|eso [good]
        ese|esa|eso|esta me sirve|va|queda|gusta|interesa|parece
    """,
    "no": """
        ^ no|nop|nel|nunca|tampoco|negativo|jamas|falso|incorrecto
        ^ mejor no
        no me|es|esta|lo|la|gracias|quiero|puedo|hace|va|parece|gusta|sirve|viene interesa|gusta|correcto|asi|quiero|
            bien|falta|conviene|parece|va|viene|queda|deseo|cierto
        ^ ninguno|ninguna|nada
        creo|digo|parece que no
        claro|para|por|desde que|nada|supuesto no
        ^ supuesto|claro|seguro|obvio que? no
        ^ desde luego que? no
        ^ ni hablar|pensarlo|loca|loco
        ese|esa|este|esta|primero|primera|segundo|segunda|tercero|tercera|ultimo|ultima|<day>|<clock> no $
        no quiero|pedi|necesito|hace|pretendo|pienso falta? [cancel]|[move]|[book]
        ^ pues|ay|uy|bueno|todavia|aun|ahora|hoy|eso|ese|esa|asi|la verdad? no
        ahora no
        otro dia $
    """,
    "wants_change": """
        mejor|cambiar|prefiero|otro|otra|diferente|en vez|equivocado|error|perdon
        ^ no
    """,
    "pick": """
        me quedo|voy con
        elijo|escojo|prefiero|tomo|quiero|agarro|dame|deme|pongame el|la|ese|esa|este|esta|<choice>|<clock>
        ^ ese|esa|este|esta|el|la de $
        ^ ese|esa|este|esta $
        <choice>
    """,
    "interjection": """
        ^ [good] $
        ^ ok|okay|vale|[good] gracias
    """,
    "others": """
        otro|otra|otros|otras hora|dia|opcion|opciones|horario|horarios|horas|dias|fecha|fechas|persona|cita|lugar|
            momento|masaje|tratamiento|cosa|$
        algo|alguien mas|diferente|distinto|otro
        hay|tienes|tiene|tienen algo? mas|otro|otra|otros|otras|alguna
        mas opciones|horarios|horas|tarde|temprano
        diferente|distinto|alternativas|alternativa
    """,
    "alternatives": """
        otro|otra|otros|otras|diferente|distinto|alternativas|alternativa
        mas tarde|temprano|opciones
    """,
    # a yes that is asked back, and one with a change in the same breath
    "asks_back": """
        correcto|cierto|verdad|seguro|si|vale|ok|asi|exacto|confirmado|[good] <asks>
    """,
    "but": """
        ^ pero|aunque|excepto|salvo
        si|claro|ok|seguro|[good] pero|aunque|excepto|salvo
    """,
    "unsure": """
        no estoy|se|sabria|lo seguro|segura|bien|decir|aun|todavia|se|$
        ^ no se
        quizas|quiza|talvez|tal|acaso|puede vez|ser|$
        ^ quizas|quiza|talvez|depende
        no lo se|tengo
        depende
        dejame|dejeme|tengo|necesito que? pensar|pensarlo
        no me decido|acuerdo
        ni idea
        que me? recomiendas|recomienda|aconsejas|sugiere
    """,
}
SYSTEM = {
    "more": """
        algo mas
        en|como|que .. ayudarte|ayudarle|ayudar
    """,
    "when": """
        que|cual|a|para hora|dia|fecha|que|cuando
        cuando
    """,
    "propose": """
        no hay|tenemos|esta disponible|disponibilidad|lugar
        lo siento|lamento
    """,
    "done": """
        reservada|reservado|confirmada|confirmado|agendada|cancelada
        esta|queda reservada|reservado|confirmada|listo
    """,
    "confirm": """
        <day> .. <clock>
        es|esta correcto|bien
        confirmar|confirmas|confirma
    """,
    "order": """
        quieres|quiere|desea|deseas|te|le .. reserve|reserva|añadir|agregar|gustaria|reservar
    """,
    "offer": """
        tenemos|hay|encontre|opciones|cual|prefieres|prefiere
    """,
}
