"""Spanish cues that the dialogue asks for by name, said of the words alone, before days and times are read."""

CUES = {
    "lets_go": """
        olvidalo|olvidelo|dejalo|dejelo  ~ olvídalo, por favor
        no importa  ~ ya no importa
        cambie de opinion|idea  ~ cambié de opinión
        me arrepenti  ~ es que me arrepentí
    """,
    "keeps_it": """
        no|nunca|tampoco la|lo|me|nos|se? [cancel]|olvide|olvides|suelte|sueltes|suelten|libere|liberen
            ~ no la cancelen, por favor
        no|nunca|tampoco la|lo|me|nos|se? quiero|quisiera|voy|vamos|pienso|pedi|dije a|que? la|lo|me|se? [cancel]
            ~ no quiero cancelar la cita
    """,
    "says_cancel": """
        [cancel]|cancelo  ~ cancela mi cita
    """,
    "opening_hours": """
        horario|horarios|abren|abre|abierto|abiertos|cierran|cierra|cerrado|cerrados  ~ ¿qué horario tienen?
    """,
    "hours_alone": """
        <begins> ¿? el|los|las|su|sus? horario|horarios|horas <ends>  ~ los horarios, por favor
        <begins> ¿? el|los|las|su|sus? horario|horarios|horas de apertura|atencion <ends>  ~ horario de atención
    """,
    "earlier": """
        mas temprano|pronto  ~ ¿hay algo más temprano?
        antes  ~ un poco antes, por favor
    """,
    "later": """
        mas tarde  ~ ¿hay algo más tarde?
        despues  ~ un poco después, por favor
    """,
    "other_times": """
        otra|otras|mas hora|horas  ~ ¿hay otras horas?
        otro|otros|mas horario|horarios|hueco|huecos|turno|turnos|momento  ~ otro horario, por favor
    """,
    "puts_question": """
        <begins> ¿? y? que|como|cuanto|cuando|donde|es|son|puedo|podria|hay|tienen|tienes  ~ y hay algo mañana
    """,
    "any_day": """
        cuanto antes  ~ cuanto antes, por favor
        lo antes posible  ~ lo antes posible
        cuando sea|quieran|puedan  ~ cuando quieran ustedes
        cualquier dia|hora|momento  ~ cualquier día me sirve
        ahora|ahorita  ~ ahora mismo, por favor
    """,
    "paying": """
        pagar|pago|pagos|pague|pagado|pagando  ~ ¿cómo puedo pagar?
    """,
    "membership": """
        membresia|membresias|miembro|miembros|socio|socia|socios  ~ ¿tienen una membresía?
    """,
    "technicians": """
        terapeuta|terapeutas|masajista|masajistas|barbero|barberos|tecnico|tecnicos  ~ ¿qué terapeutas hay?
        quien|quienes es|son|hace|hacen|atiende  ~ ¿quién hace los masajes?
    """,
    "a_woman": """
        mujer|mujeres|chica|chicas|dama|ella  ~ mejor una dama
    """,
    "a_man": """
        hombre|hombres|chico|chicos|caballero|el $  ~ mejor un caballero
    """,
    "whoever": """
        <begins> cualquiera|quienquiera|nadie|ninguno|ninguna|indiferente <ends>  ~ cualquiera
        <begins> sin preferencia|preferencias <ends>  ~ sin preferencia
        <begins> quien sea <ends>  ~ quien sea
    """,
    "menu": """
        menu|carta  ~ la carta, por favor
        que|cual|cuales .. ofrecen|servicios|tratamientos|masajes|faciales  ~ ¿qué servicios ofrecen?
    """,
    "policy_question": """
        [cancel]|cancelo mas? tarde|luego|despues|si|hasta|mañana  ~ ¿puedo cancelar más tarde?
        despues|luego|tarde se? [cancel]|cancelo  ~ ¿y luego cancelar?
        posible|permitido [cancel]  ~ ¿es posible cancelar?
        como se [cancel]|cancela  ~ ¿cómo se cancela?
        politica|politicas|reembolso  ~ ¿cuál es su política?
        que pasa si  ~ ¿qué pasa si no voy?
        y si  ~ ¿y si no puedo ir?
        hasta cuando puedo|podemos|se|podria  ~ ¿hasta cuándo puedo cancelar?
        como puedo|se  ~ ¿cómo puedo cambiarla?
    """,
    "cancellation_price": """
        [cancel]|cancelo .. gratis|cargo|cargos|costo|cobran|multa|penalizacion|cuesta  ~ ¿puedo cancelar gratis?
        gratis|cargo|cargos|costo|cobran|multa|penalizacion|cuesta .. [cancel]|cancelo  ~ ¿cobran algo si cancelo?
    """,
    "another_week": """
        proximo|siguiente|semana|semanas|viene|despues  ~ el viernes de la próxima semana
        <slashed>  ~ el viernes 4/12
        <mday> de <month>  ~ el viernes 4 de diciembre
    """,
}
