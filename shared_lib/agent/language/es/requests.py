"""Spanish wishes and questions: to book, to change, to cancel, prices, hours, the house."""

SIGNS = {
    "book": """
        [want] .. [book]|[booking]|venir|ir
        [book] una|un|la|mi|me|para|el .. [booking]|<day>|<clock>
        [book] .. [booking]
        ^ [booking] para|el|a|mañana|hoy|<day>|<clock>
        dame|deme|pon|ponme|pongame|apuntame|agendame|reservame|anotame|reserve|resérveme|haz .. [booking]|<day>|<clock>
        cita|reserva para|el|a|mañana|hoy|<day>|<clock>|con
        me|nos gustaria .. [book]|[booking]|venir|ir
        puedo|podria|podemos|puede|podrian|pueden .. venir|ir|pasar|reservar|atender|atenderme|
            agendar|hacerme|darme
        tomar|recibir|hacerme .. [booking]
    """,
    "vacancy": """
        hay|tienes|tienen|tiene|tendran|tendria|queda|quedan .. disponible|disponibilidad|libre|lugar|hueco|espacio|
            cita|
            <day>|<clock>|<part>|horas|horarios|turnos|citas|algo
        disponible|disponibilidad|libre|libres|huecos .. <day>|<clock>|<part>
        <day>|<clock>|<part> .. disponible|disponibilidad|libre|hueco
        primera|proxima|siguiente cita|hora|hueco disponible|libre?
        lo antes posible
        cuanto antes
    """,
    "cancel": """
        [cancel] .. [booking]|la|el|mi|$|<reference>|<day>|<clock>
        ^ [cancel]
        quiero|quisiera|necesito|tengo|puedo|debo|como que? .. cancelar|cancelarla|eliminar|borrar
        ya no quiero|necesito|voy|puedo .. [booking]|ir|asistir|$
        borra|elimina|quita|borrar|eliminar .. [booking]
        dar|doy|dame de baja .. [booking]
    """,
    # what holds words of cancelling and does not cancel
    "keeps": """
        no|nunca|ni|sin la|lo|me|nos|se|te? [cancel]|borrar|eliminar|elimine|borre|anule
        no|nunca|tampoco|ni la|lo|me|nos|se? quiero|quisiera|queria|necesito|voy|vamos|pienso|pedi|pedimos|dije|hace|
            hay|deseo|queremos|tengo|puedo|quise|hacia falta|que|a? la|lo|me? [cancel]
        se|me|nos|le cancelo
        politica|politicas|reglas|condiciones|cargo|cargos|penalizacion|multa .. [cancel]
        no quiero|dije|pedi|queria que la|lo|me|nos|se? [cancel]
    """,
    # nor is anything moved, or booked, by who says that it shall not be
    "stays": """
        no|nunca|sin la|lo|me|nos? [move]
        no|tampoco|ni quiero|quisiera|queria|necesito|voy|pienso|pedi|hace|hay|deseo|queremos|tengo falta|que|a? [move]
    """,
    "waits": """
        no|nunca|sin la|lo|me|nos? [book]|reserven|agenden|apunten
        no|tampoco|ni quiero|quisiera|queria|necesito|voy|pienso|pedi|hace|hay|deseo|queremos falta|que|a? [book]
        no quiero|necesito|deseo|queremos|busco .. [booking]
    """,
    "policy": """
        politica|politicas|reglas|condiciones|cargo|cargos|penalizacion|multa .. [cancel]
    """,
    "drops": """
        no la|lo|me? mantenga|mantengan|deje|dejen|guarde|guarden|conserve|conserven
        no quiero|necesito mantenerla|conservarla|guardarla|la
    """,
    "absent": """
        no puedo|podre|podemos|voy|vamos a? ir|asistir|llegar|venir|poder|acudir
    """,
    "reschedule": """
        [move] .. [booking]|hora|dia|fecha|para|a|<day>|<clock>|<reference>
        reprogramar|reagendar|posponer|aplazar|postergar
        [booking] .. cambiar|mover|pasar|adelantar|otro dia|dia|hora
    """,
    "status": """
        tengo|tenia|hay|esta .. [booking] .. ^
        cuando|que|cual|donde|como dia|hora|es|era|tengo|va|esta .. mi|la|una? cita|reserva|sesion|visita
        confirmar|confirma|confirme|verificar|verifica|revisar|revisa|revise|comprobar|consultar|ver|saber ..
            mi|la|si cita|reserva|tengo|esta|sesion
        quedo|esta|sigue|fue confirmada|confirmado|registrada|agendada|hecha .. mi|la cita|reserva
        estado de mi|la cita|reserva
        cancelaron .. [booking]
        [booking] .. cancelada|cancelado
        no me|he|recibi .. llego|recibido|confirmacion|correo|recibi
        mi|la cita|reserva sigue|esta|quedo .. confirmada|pie|activa|hecha|en
        me cobraron|cobro|han .. doble|dos|veces|cobrado
    """,
    "price": """
        cuanto|que me|te|le|nos? cuesta|cuestan|vale|ok|valen|sale|salen|es|seria|cobran|cobra|costaria|saldria|
            costo|precio|tarifa
        cual|cuales|que es|son|tienen|precio|precios el|los|precios|precio|tarifa|costo|cuesta
        precio|precios|costo|costos|tarifa|tarifas|coste .. [services]
        [services] .. precio|cuesta|vale|costo
        los|sus|de|el|lista precios|tarifas|precio|costo $
        ^ precio|precios|tarifas|costo
        a|en como|cuanto esta|sale|queda|estan
    """,
    "price_word": """
        cuanto|precio|precios|cuesta|cuestan|costo|tarifa|vale $
        precio|precios|cuesta|cuestan|costo|tarifa
    """,
    "duration": """
        cuanto tiempo|dura|duran|tarda|tardan|demora|lleva
        cuantos|cuantas minutos|horas .. [services]|dura|es|son
        duracion de|del
        que tan largo|larga
    """,
    "duration_word": """
        dura|duran|duracion|tarda|demora
    """,
    "hours": """
        que|cual|cuales|su|el|sus|de horario|horarios|horas tienen|de|es|atencion|apertura|manejan|$
        horario|horarios de|para atencion|apertura|hoy|<day>
        a que hora|horas abren|cierran|abre|cierra|empiezan|atienden
        hasta|desde|cuando que? hora|cuando|abren|cierran .. abren|cierran|atienden|abierto|abiertos|estan
        abren|cierran|abierto|abiertos|atienden|cerrado|cerrados|trabajan .. <day>|<clock>|<part>|hoy|$
        estan|esta|estaran abiertos|abierto|cerrado|cerrados
        que dias .. abren|atienden|trabajan|abierto
    """,
    "info": """
        donde|como esta|estan|queda|quedan|se|llego|ubicados|encuentran|puedo|hay|aparcar|estacionar
        [facts]
        hay|tienen|tiene|ofrecen|aceptan|puedo|venden .. [facts]|wifi|sauna|tarjetas|animales|bebidas
        que|cuales|cual incluye|servicios|tratamientos|masajes|tipos|ofrecen|diferencia|recomiendan|hacen|tienen
        diferencia entre
        que es|son|significa el|la|un|una
        puedo|podemos|debo|tengo|hay que? .. llevar|traer|pagar|ducharme|comer|beber|estacionar|llegar|aparcar
        informacion|info|detalles
        tarjeta|tarjetas|bono de? regalo
        quien|quienes es|son .. terapeuta|masajista|barbero|mejor
        embarazada|alergia|alergica|alergico|lesion
    """,
    "question": """
        que|cual|cuales|quien|como|donde es|son|hay|tienen|incluye|se|esta
        tienen|hay|ofrecen|aceptan|puedo|se
    """,
    "find": """
        busco|buscando|recomiendame|recomienda|conoces .. spa|salon|barberia|peluqueria|masajista
    """,
    "help": """
        ^ ayuda|ayudame|ayudeme
        que|como puedes|sabes|puede|funciona hacer|ayudarme|esto|ayudar|$
        necesito ayuda
        puedes|puede|podrias ayudarme
    """,
    "handoff": """
        hablar|comunicarme|comuniqueme|paseme|pasame|conectame|contactar|hable|atienda con? .. [people]
        [people] real|de verdad|por favor|$
        quiero .. un|una|con humano|persona|agente|gerente
        llamenme|llamame|me llamen|llaman
        atencion al cliente
        es|fue|que un|una|muy? ridiculo|inaceptable|indignante|verguenza|vergonzoso
        estoy|estamos muy? enfadado|enfadada|molesto|molesta|enojado|enojada|furioso|furiosa|indignado|indignada
        queja|quejarme|reclamacion|reclamo
        ambulancia|emergencia|desmayado|desmayada
    """,
    "unbooked": """
        no|aun|todavia tengo|tenemos ninguna|una? cita|reserva
    """,
    "no_person": """
        no|sin quiero|necesito|hace|quisiera falta? hablar|que|a? con? un|una|el|la|ningun|ninguna? [people]
    """,
    "unwell": """
        me siento|encuentro muy? mal|fatal|mareado|mareada
        no me siento|encuentro bien
        estoy|ando mareado|mareada|enfermo|enferma|sangrando
    """,
    "health": """
        embarazada|embarazo|alergia|alergica|alergico|alergias|lesion|marcapasos|epilepsia|quimioterapia|diabetes|
            diabetica|diabetico|fiebre|hipertension|trombosis|operacion|cirugia
    """,
    "bot": """
        eres|es|estoy|hablo|sos|son .. [machine]
        [machine] o [machine]|un|una
    """,
    "language": """
        habla|hablas|hablan|hablar|cambiar|cambia|cambiemos|ingles|responde|contesta .. [languages]|idioma
        en [languages] $
        ^ [languages] $
    """,
    "foreign": """
        tiempo hace|hara|habra
        clima|vuelo|vuelos|taxi|uber|hotel|banco|cuenta|impuestos|prestamo|receta|pelicula|cancion|musica|noticias|
            chiste|traduce|alarma|recordatorio|pasaporte|pizza|gasolina|bateria|acciones
    """,
}
