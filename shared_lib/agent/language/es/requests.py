"""Spanish wishes and questions: to book, to change, to cancel, prices, hours, the house."""

CUES = {
    "book": """
        ~ quiero reservar un masaje
        [want] .. [book]|[booking]|venir|ir
        [book] una|un|la|mi|me|para|el .. [booking]|<day>|<clock>
        [book] .. [booking]
        ^ [booking] para|el|a|mañana|hoy|<day>|<clock>
        dame|deme|pon|ponme|pongame|apuntame|agendame|reservame|anotame|reserve|resérveme|haz .. [booking]|<day>|
            <clock>
        cita|reserva para|el|a|mañana|hoy|<day>|<clock>|con
        me|nos gustaria .. [book]|[booking]|venir|ir
        puedo|podria|podemos|puede|podrian|pueden .. venir|ir|pasar|reservar|atender|atenderme|
            agendar|hacerme|darme
        tomar|recibir|hacerme .. [booking]
    """,
    "vacancy": """
        ~ cuanto antes
        hay|tienes|tienen|tiene|tendran|tendria|queda|quedan .. disponible|disponibilidad|libre|lugar|hueco|espacio|
            cita|
            <day>|<clock>|<part>|horas|horarios|turnos|citas|algo
        <day>|<clock>|<part> .. disponible|disponibilidad|libre|hueco
        primera|proxima|siguiente cita|hora|hueco disponible|libre?
        lo antes posible
        cuanto antes
    """,
    "cancel": """
        [cancel] .. [booking]|la|el|mi|$|<reference>|<day>|<clock>  ~ cancel_confirm: cancelar
        ya no quiero|necesito|voy|puedo .. [booking]|ir|asistir|$  ~ ya no necesito la cita
        borra|elimina|quita|borrar|eliminar .. [booking]  ~ borra mi cita
        dar|doy|dame de baja .. [booking]  ~ quiero dar de baja mi cita
    """,
    # what holds words of cancelling and does not cancel
    "keeps": """
        no|nunca|ni|sin la|lo|me|nos|se|te? [cancel]|borrar|eliminar|elimine|borre|anule  ~ mejor no cancelar
        no|nunca|tampoco|ni la|lo|me|nos|se? quiero|quisiera|queria|necesito|voy|vamos|pienso|pedi|pedimos|dije|hace|
            hay|deseo|queremos|tengo|puedo|quise|hacia falta|que|a? la|lo|me? [cancel]  ~ no quiero cancelar
        ya? no puedo|podemos mas  ~ ya no puedo más, estoy agotada
        se|me|nos|le cancelo  ~ se canceló mi reunión, ¿hay algo hoy?
        politica|politicas|reglas|condiciones|cargo|cargos|penalizacion|multa .. [cancel]
            ~ ¿cuál es la política de cancelación?
        no quiero|dije|pedi|queria que la|lo|me|nos|se? [cancel]  ~ no pedí que se cancele
    """,
    # nor is anything moved, or booked, by who says that it shall not be
    "stays": """
        no|nunca|sin la|lo|me|nos? [move]  ~ no muevan mi cita
        no|tampoco|ni quiero|quisiera|queria|necesito|voy|pienso|pedi|hace|hay|deseo|queremos|tengo falta|que|a?
            [move]
            ~ no quiero cambiar la cita
    """,
    "waits": """
        ~ no me reserven nada todavía
        ~ no quiero pedicura
        no|nunca|sin la|lo|me|nos? [book]|reserven|agenden|apunten
        no|tampoco|ni quiero|quisiera|queria|necesito|voy|pienso|pedi|hace|hay|deseo|queremos falta|que|a? [book]
        no quiero|necesito|deseo|queremos|busco .. [booking]
    """,
    "policy": """
        ~ ¿cuál es la política de cancelación?
        politica|politicas|reglas|condiciones|cargo|cargos|penalizacion|multa .. [cancel]
    """,
    "drops": """
        no la|lo|me? mantenga|mantengan|deje|dejen|guarde|guarden|conserve|conserven
            ~ cancel_confirm: no la mantengan
        no quiero|necesito mantenerla|conservarla|guardarla|la  ~ cancel_confirm: no quiero guardarla
    """,
    "absent": """
        no puedo|podre|podemos|voy|vamos a? ir|asistir|llegar|venir|poder|acudir  ~ no puedo ir
    """,
    "reschedule": """
        [move] .. [booking]|hora|dia|fecha|para|a|<day>|<clock>|<reference>  ~ no la cancele, muévala al viernes
        reprogramar|reagendar|posponer|aplazar|postergar  ~ quiero posponer
        [booking] .. cambiar|mover|pasar|adelantar|otro dia|dia|hora  ~ mi cita a otro día
        pase|pasen|pasar|ponga|pongan|pon|lleve|lleven|mueve|recorra <reference> .. a|para|al|<day>|<clock>
            ~ pase CS-2026-000777 al viernes
    """,
    # put to us, it asks for a free time and not for a visit that stands
    "asks_vacancy": """
        ~ ¿tienen un masaje libre el sábado?
        tienen|tiene|tienes|teneis|hay|ofrecen un|una|algun|alguna? [treatment]
    """,
    "status": """
        ~ ¿cuándo es mi cita?
        ~ ¿cancelaron mi cita?
        cuando|que|cual|donde|como dia|hora|es|era|tengo|va|esta .. mi|la|una? cita|reserva|sesion|visita
        confirmar|confirma|confirme|verificar|verifica|revisar|revisa|revise|comprobar|consultar|ver|saber ..
            mi|la|si cita|reserva|tengo|esta|sesion
        quedo|esta|sigue|fue confirmada|confirmado|registrada|agendada|hecha .. mi|la cita|reserva
        cancelaron .. [booking]
        [booking] .. cancelada|cancelado
        no me|he|recibi .. llego|recibido|confirmacion|correo|recibi
        mi|la cita|reserva sigue|esta|quedo .. confirmada|pie|activa|hecha|en
        me cobraron|cobro|han .. doble|dos|veces|cobrado
        ^ ¿? que|cual reserva|reservamos|agendamos $
        que|cual hora|dia era|fue $|mi|la|lo|mio|mia  ~ ¿a qué hora era?
        cuando exactamente? me|nos toca  ~ ¿cuándo me toca?
        cuando exactamente voy|vamos|vengo|venimos|tengo|llego|era  ~ ¿cuándo exactamente voy?
        cuando voy|vamos|vengo|venimos exactamente  ~ ¿cuándo voy exactamente?
    """,
    "price": """
        ~ ¿qué vale un corte de pelo?
        ~ ¿cuánto me saldría un facial?
        cuanto|que me|te|le|nos? cuesta|cuestan|vale|ok|valen|sale|salen|es|seria|cobran|cobra|costaria|saldria|
            costo|precio|tarifa
        cual|cuales|que es|son|tienen|precio|precios el|los|precios|precio|tarifa|costo|cuesta
        precio|precios|costo|costos|tarifa|tarifas|coste .. [services]
        los|sus|de|el|lista precios|tarifas|precio|costo $
        a|en como|cuanto esta|sale|queda|estan
    """,
    "price_word": """
        ~ quiero ver los precios
        ~ ¿me enseña los precios?
        cuanto|precio|precios|cuesta|cuestan|costo|tarifa|vale $
        precio|precios|cuesta|cuestan|costo|tarifa
    """,
    "duration": """
        ~ ¿cuánto dura?
        ~ ¿cuánto dura la pedicura?
        cuanto tiempo|dura|duran|tarda|tardan|demora|lleva
        cuantos|cuantas minutos|horas .. [services]|dura|es|son
        duracion de|del
    """,
    "duration_word": """
        ~ ¿cuánto dura?
        ~ ¿cuánto dura la pedicura?
        dura|duran|duracion|tarda|demora
    """,
    "hours": """
        ~ ¿abren 24/7?
        ~ ¿están abiertos?
        que|cual|cuales|su|el|sus|de horario|horarios|horas tienen|de|es|atencion|apertura|manejan|$
        horario|horarios de|para atencion|apertura|hoy|<day>
        a que hora|horas abren|cierran|abre|cierra|empiezan|atienden
        hasta|desde|cuando que? hora|cuando|abren|cierran .. abren|cierran|atienden|abierto|abiertos|estan
        abren|cierran|abierto|abiertos|atienden|cerrado|cerrados|trabajan .. <day>|<clock>|<part>|hoy|$
        estan|esta|estaran abiertos|abierto|cerrado|cerrados
        que dias .. abren|atienden|trabajan|abierto
    """,
    "info": """
        ~ quisiera información
        donde|como esta|estan|queda|quedan|se|llego|ubicados|encuentran|puedo|hay|aparcar|estacionar
        [facts]
        hay|tienen|tiene|ofrecen|aceptan|puedo|venden .. [facts]|wifi|sauna|tarjetas|animales|bebidas
        que|cuales|cual incluye|servicios|tratamientos|masajes|tipos|ofrecen|diferencia|recomiendan|hacen|tienen
        diferencia entre
        puedo|podemos|debo|tengo|hay que? .. llevar|traer|pagar|ducharme|comer|beber|estacionar|llegar|aparcar
        informacion|info|detalles
        tarjeta|tarjetas|bono de? regalo
        embarazada|alergia|alergica|alergico|lesion
    """,
    "question": """
        ~ ¿quién es Anna?
        que|cual|cuales|quien|como|donde es|son|hay|tienen|incluye|se|esta
        tienen|hay|ofrecen|aceptan|puedo|se
    """,
    "find": """
        ~ busco un spa
        busco|buscando|recomiendame|recomienda|conoces .. spa|salon|barberia|peluqueria|masajista
    """,
    "help": """
        ~ ayuda
        ~ necesito ayuda
        ^ ayuda|ayudame|ayudeme
        que|como puedes|sabes|puede|funciona hacer|ayudarme|esto|ayudar|$
        necesito ayuda
        puedes|puede|podrias ayudarme
    """,
    "handoff": """
        hablar|comunicarme|comuniqueme|paseme|pasame|conectame|contactar|hable|atienda con? .. [people]
            ~ no entiendo, páseme con una persona
        [people] real|de verdad|por favor|$  ~ una persona de verdad, por favor
        quiero .. un|una|con humano|persona|agente|gerente  ~ quiero una persona
        llamenme|llamame|me llamen|llaman  ~ que me llamen
        atencion al cliente  ~ atención al cliente
        es|fue|que un|una|muy? ridiculo|inaceptable|indignante|verguenza|vergonzoso  ~ esto es una vergüenza
        estoy|estamos muy? enfadado|enfadada|molesto|molesta|enojado|enojada|furioso|furiosa|indignado|indignada
            ~ estoy muy molesta
        queja|quejarme|reclamacion|reclamo  ~ quiero poner una queja
        ambulancia|emergencia|desmayado|desmayada  ~ una ambulancia
        quien .. responsable|encargado|jefe|encargada|duena|dueño|mando|manda|cargo  ~ ¿quién es el encargado?
        hablar|hablo|comunicarme|ver con|al el|la|su|un? jefe|jefa|dueño|dueña|responsable|supervisor
            ~ quiero hablar con el jefe
        ^ paseme|pasame|comuniqueme|comunicame|conecteme|transfierame $  ~ páseme, por favor
        me|nos puede|pueden|podria atender|ayudar|contestar .. humano|persona|alguien|humana
            ~ ¿nos puede ayudar alguien?
    """,
    "unbooked": """
        ~ no tengo cita, quiero reservar
        no|aun|todavia tengo|tenemos ninguna|una? cita|reserva
    """,
    "no_person": """
        no|sin quiero|necesito|hace|quisiera falta? hablar|que|a? con? un|una|el|la|ningun|ninguna? [people]
            ~ no quiero hablar con una persona
    """,
    "unwell": """
        me siento|encuentro muy? mal|fatal|mareado|mareada  ~ me siento mal
        no me siento|encuentro bien  ~ no me siento bien
        estoy|ando mareado|mareada|enfermo|enferma|sangrando  ~ estoy mareada
    """,
    "health": """
        embarazada|embarazo|alergia|alergica|alergico|alergias|lesion|marcapasos|epilepsia|quimioterapia|diabetes|
            diabetica|diabetico|fiebre|hipertension|trombosis|operacion|cirugia
            ~ estoy embarazada, ¿puedo hacerme un masaje?
    """,
    "bot": """
        ~ ¿eres un robot?
        eres|es|estoy|hablo|sos|son .. [machine]
    """,
    "language": """
        ~ habla en inglés
        ~ ¿hablas inglés?
        habla|hablas|hablan|hablar|cambiar|cambia|cambiemos|ingles|responde|contesta .. [languages]|idioma
        en [languages] $
    """,
    "foreign": """
        ~ ¿qué tiempo hace en Madrid?
        ~ me cancelaron el vuelo, ¿puedo ir hoy?
        tiempo hace|hara|habra
        clima|vuelo|vuelos|taxi|uber|hotel|banco|cuenta|impuestos|prestamo|receta|pelicula|cancion|musica|noticias|
            chiste|traduce|alarma|recordatorio|pasaporte|pizza|gasolina|bateria|acciones
    """,
}
