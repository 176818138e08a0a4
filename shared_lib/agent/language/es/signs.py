"""Spanish signs of what a sentence is about, beside its intents: in which order, whose, which question."""

CUES = {
    "also": """
        también  ~ también una pedicura
        ademas  ~ además una manicura
        otro|otra masaje|facial|corte|afeitado|manicura|pedicura|tratamiento|sesion|cita|visita|reserva
            ~ otra visita para mi hijo
        <begins> y un|una|el|la|los|las|dos|otro|otra|ademas|luego|despues|mas  ~ y una pedicura
        agregar|añadir|sumar|agrega|añade|agregue|añada|agregame|añademe|sumale|agregale un|una|el|la|a|al|mas|
            piedras|aromaterapia|oxigeno  ~ quiero agregar un facial
        mas un|una  ~ más una manicura
        uno|una mas  ~ una más, por favor
        ya que estoy|estamos|voy|vamos  ~ ya que estoy una manicura
        por separado  ~ una reserva por separado
    """,
    "only": """
        solo|solamente|unicamente el|la|un|una|quiero  ~ solo la manicura
        solo|solamente masaje|facial|corte|afeitado|manicura|pedicura  ~ solo manicura
        nada mas el|la|un|una  ~ nada más la manicura
        nada mas $  ~ la manicura nada más
    """,
    "late_part": """
        ultima hora de la? mañana|noche  ~ a última hora de la mañana
    """,
    "early_part": """
        primera hora de|por? la? mañana|tarde|noche  ~ a primera hora de la tarde
        temprano por|en|de? la? mañana|tarde|noche  ~ temprano por la tarde
    """,
    "another_day": """
        otro|otra|distinto|distinta|diferente dia|fecha|tarde|semana  ~ un corte otro día
    """,
    "instead": """
        en vez|lugar de|del  ~ en vez del masaje un facial
        mejor un|una|el|la|con|a  ~ mejor un facial
        prefiero|preferiria|preferimos un|una|el|la  ~ prefiero un facial
        cambie|cambia|cambiar|cambiame|cambio|cambialo|cambiamos .. por|a  ~ cambia el masaje por un facial
        cambie|cambio|cambiamos de opinion|idea  ~ cambié de idea, un facial
        que sea un|una|el|la  ~ que sea un facial
        al final  ~ al final el facial
        olvida|olvide|olvidate|olvidese|quita|quite|quitame el|la|del|de|lo  ~ olvida el masaje, un facial
        <begins> no $? ^? un|una|el|la|espera|perdon  ~ no, un facial
        queria|quise decir  ~ quería decir un facial
    """,
    "after_it": """
        despues|luego|enseguida $|de|un|una|el|la|y|otro|otra  ~ y una manicura después
        a continuacion  ~ a continuación un facial
        y luego|despues|entonces  ~ un corte y luego un masaje
        seguido|seguida|seguidos|seguidas de|por  ~ un facial seguido de una manicura
        justo|inmediatamente despues  ~ justo después
        uno|una tras|detras|despues otro|otra|de  ~ uno tras otro
        termino|terminar|terminamos|acabar con un|una  ~ terminar con un masaje
    """,
    "before_it": """
        primero un|una|el|la  ~ primero un afeitado
        antes $|de|un|una|el|la|del  ~ y un afeitado antes
        primero $  ~ el afeitado primero
        empezar|empiezo|empezamos|empezando|comenzar con|por  ~ empezar con un afeitado
    """,
    "together": """
        mismo tiempo|momento|hora  ~ los dos al mismo tiempo
        la misma hora|sala|habitacion|cabina  ~ a la misma hora los dos
        a la vez  ~ los dos a la vez
        juntos|juntas|simultaneamente  ~ queremos estar juntos en la sala
        mientras mi|ella|el|yo|tanto|que|le  ~ un facial mientras mi esposa se hace las uñas
        lado a lado  ~ queremos estar lado a lado en la sala
    """,
    "each": """
        cada uno|una|quien  ~ un masaje para cada uno
        los|las dos|tres|cuatro  ~ los dos queremos un masaje
        ambos|ambas|todos|todas  ~ ambos queremos un masaje
    """,
    "takes_back": """
        al final no  ~ al final no quiero masaje
        ya no  ~ ya no quiero el masaje
        no $? ^? gracias  ~ no, gracias
        mejor no  ~ mejor no
    """,
    "undo": """
        deshacer|deshaz|deshaga|deshazlo|deshagalo|deshacerlo  ~ deshazlo, por favor
        como estaba|era|antes  ~ déjalo como estaba
        vuelve|volver|vuelva|ponlo|dejalo a? ponerlo|dejarlo|como|lo  ~ vuelve a ponerlo como antes
        olvida|olvide|ignora|ignore lo|eso|esto que?  ~ olvida eso que dije
        todavia|aun lo|la|los|las quiero|queremos|necesito  ~ espere, todavía lo quiero
        si lo|la quiero|queremos $  ~ no, sí lo quiero
    """,
    # in the other order
    "reversed": """
        al reves  ~ mejor al revés
        cambiar|cambia|cambie|invertir|invierte|invierta el? orden  ~ ¿puede cambiar el orden?
        orden inverso|contrario  ~ en orden inverso
        viceversa  ~ mejor viceversa, por favor
    """,
    "go_back": """
        atras|regresar|retroceder  ~ un paso atrás
        volver|vuelve|volvamos|vuelva|regresa|regresemos a|al|atras  ~ volver a las horas
        empezar|empecemos|empezamos|comenzar de nuevo|cero  ~ empezar de nuevo
    """,
    # to the visit that is spoken of
    "add_to_it": """
        añade|añadir|añadirle|agrega|agregar|agregarle|agregue|sumar|sumarle .. a eso|esto|esa|ese $
            ~ añadir aromaterapia a eso
        añadirle|agregarle|sumarle|ponerle  ~ ¿podemos agregarle aromaterapia?
    """,
    # the code that was sent has not come
    "no_code": """
        no me|lo|he|ha? llega|llego|recibi|recibo|recibido|llegado .. codigo|nada|$  ~ no me llegó el código
        ningun codigo  ~ ningún código
    """,
    # a greeting at the beginning, a good-bye at the end
    "good_night": """
        buenas|buena noches|noche  ~ buenas noches
    """,
    "start_over": """
        empezar|empecemos|empezamos|comenzar|empiezo|empieza de|desde nuevo|cero  ~ empecemos de cero
    """,
    "waits": """
        en cuanto|tan mi|el|ella|pronto .. diga|confirme|acepte|conteste|responda|sepa|pueda
            ~ claro, en cuanto mi esposa diga que sí
        cuando|si mi|ella .. diga|confirme|acepte|conteste|responda|quiere|dice|acepta|confirma|puede
            ~ sí, si mi marido acepta
        tengo|debo|necesito|quiero|dejame|dejeme|permiteme|voy que|a? preguntar|preguntarle|consultar|consultarlo|
            hablar|hablarlo|confirmar|pensar|pensarlo|ver|revisar  ~ tengo que preguntarle a mi esposa
        lo pienso|consulto|pensare|consultare|hablo  ~ lo pienso y te digo
        un momento|momentito|segundo|minuto|minutito  ~ un momento
        espera|espere|esperame|esperen $|un|a|que  ~ espera
        todavia|aun no  ~ todavía no
        te|le|les aviso|digo|confirmo luego|despues|mañana|mas|cuando|$  ~ te aviso luego, gracias
        depende de|del  ~ depende de mi marido
    """,
    "late": """
        tren|metro|autobus|bus|taxi|uber|vuelo .. cancelado|cancelaron|retraso|retrasado|averiado|parado
            ~ mi tren se ha cancelado
        cancelaron|retrasaron|cancelado el|mi tren|autobus|vuelo|metro  ~ cancelaron el tren
        llego|llegare|llegaremos|llegamos|llegar|llegando|llega|llegara|voy|vamos|ando .. tarde|retrasado|retrasada|
            retraso|atrasado|atrasada|retrasados  ~ llego tarde
        me|nos retraso|retrasare|retrasamos|atraso|demoro|demorare|demoramos|tardare|retrasaremos
            ~ me retraso un poco
        tarde|retraso|demora|atraso <number>|unos|de|como .. minutos|minuto|media|cuarto  ~ con retraso de 20 minutos
        <number> minuto|minutos|min|mins tarde|retraso|de  ~ llego 15 minutos tarde
        atascado|atascada|atrapado|atrapada|trafico|atasco|embotellamiento|tapon  ~ estoy en un atasco
        pierdo|perdemos|perdi|perdere|perderemos|perdimos|pierde .. cita|hora|turno|lugar|masaje|reserva|entonces
            ~ ¿entonces pierdo la cita?
        pierdo|perdemos|perdi|perdere|perderemos|perdimos|pierde $  ~ ¿entonces la pierdo?
        todavia|aun|igual me|nos|lo atienden|reciben|hacen|esperan|toman  ~ ¿todavía me atienden?
    """,
    "no_wait": """
        sin pausa|pausas|espera|esperas|descanso|descansos|esperar|huecos  ~ sin pausa entre los dos
    """,
    "wait_at_most": """
        no mas|superior de|a .. minutos|minuto|min|hora|horas|media .. entre|pausa|espera|descanso
            ~ no más de 15 minutos entre los dos
        maximo|mucho|sumo .. minutos|minuto|min|hora|horas|media .. entre|pausa|espera|descanso
            ~ como máximo 20 minutos entre los dos
        entre|pausa|espera|descanso .. mas|maximo|mucho|sumo .. minutos|minuto|min|hora|horas|media
            ~ una pausa de máximo 15 minutos
        entre|pausa|espera|descanso .. minutos|minuto|min|hora|horas|media .. maximo|mucho|sumo
            ~ con una espera de 15 minutos como máximo
    """,
    "late_by": """
        llego|llegamos|llegare|llegaremos|estoy|estare|estaremos|estamos ahi|alli|alla? en|dentro unos|de? <number>
            $|minuto|minutos|min|mins  ~ llego en 10
        <number> tarde|atrasado|atrasada|retrasado|retrasada  ~ llego 10 tarde
        <number> de retraso|atraso|demora  ~ voy con 15 de retraso
        me|nos retraso|retrasare|retrasamos|retrasaremos|atraso|demoro|demorare|tardo|tardare unos? <number>
            ~ me retraso 20
        llego|llegamos|llegare|llegaremos|estoy|estare|estaremos ahi|alli|alla? en|dentro de? un? media|cuarto
            ~ llego en media hora
        hora|cuarto tarde|retraso  ~ media hora tarde
        estoy|estamos a <number> minuto|minutos|min? $  ~ estoy a 5 minutos
    """,
    "late_maybe": """
        si|cuando|pasa .. llego|llegamos|llega|retraso|llegara .. tarde|$|retraso  ~ ¿qué pasa si llego tarde?
        puedo|se|puede|podemos llegar .. tarde  ~ ¿puedo llegar tarde?
    """,
    "waitlist": """
        lista|listas de espera  ~ ponme en la lista de espera
        avisame|aviseme|avisenme|avisar|avisa|avise|avisarme|llamame|llameme|escribeme|escribame si|cuando
            ~ avísame si se libera algo
        si algo|alguien|se .. libera|cancelar|abre|desocupa  ~ si alguien cancela
    """,
    "gift": """
        regalo|regalar|regalarle|obsequio|sorpresa  ~ es un regalo
        para|por|de su|mi|el cumpleaños|aniversario  ~ es para su cumpleaños
        ^ es|seria|sera|esto|este|va .. para mi|nuestra|un|una [kin] $  ~ es para mi hermana
    """,
    "gift_card": """
        tarjeta|tarjetas|bono|bonos|ok|vales|certificado|cheque|cupon de? regalo  ~ una tarjeta de regalo
    """,
    "concierge": """
        flores|rosas|ramo|champan|champaña|champagne|vino|cava|pastel|tarta|torta|globos|velas|bombones|chocolates|
            fresas|taxi|limusina|petalos|decoracion|niñera|chofer  ~ ¿puede haber flores en la sala?
        algo|servir|traer|pedir|llevar|tomar|tienen de|para|un|una|algo? comer|beber|tomar|comida|bebidas|bebida|cafe|
            te|cena|almuerzo  ~ ¿hay algo de comer?
        restaurante cerca|cercano|por|recomendado  ~ un restaurante cerca
    """,
    "pressure": """
        presion  ~ presión media
        no|nada|sin muy|tan|demasiado|mucha? fuerte|duro|firme|intenso|profundo|fuerza  ~ no muy fuerte
        demasiado|muy|mas fuerte|duro|suave|firme|flojo|suavecito|ligero|intenso  ~ más suave por favor
        suave|suavemente|despacito  ~ suave, por favor
        le|me|nos|ella gusta|gustan|encanta .. fuerte|firme|suave|duro|intenso|profundo|ligero
            ~ a mi madre le gusta suave
    """,
    "note": """
        dile|digale|diganle|avisa|avisale|informa|avise a|al|que|la  ~ dile al terapeuta que tengo cosquillas
        sin|no|nada|menos hablar|conversar|conversacion|charla|charlar|musica|aceite|perfume|platica|hablen|hable
            ~ sin hablar
        silencio|cosquillas|callado|callada  ~ en silencio
        concentrar|concentrarse|centrarse|enfocar|enfocarse|concentrese|centrate|enfoquese|trabajar|insistir en|mas|
            la|mi|los  ~ concentrarse en los hombros
        no me? toque|toquen|tocar|masajee  ~ no me toque los pies
        piel sensible  ~ tengo la piel sensible
        solo|solamente la|los|el|mi|mis espalda|hombros|cuello|piernas|pies|cabeza  ~ solo la espalda
    """,
    "join_membership": """
        hacerme|ser|hago|volverme|convertirme|quiero|apuntarme|inscribirme|unirme|suscribirme .. socio|socia|miembro|
            membresia|club  ~ quiero hacerme socio
    """,
    "person": """
        persona|alguien|humano|humana|agente real|humano|humana|verdadera|de|encargado|viva  ~ una persona real
        hablar|hablo|comunicarme|pasame|paseme|pongame con .. persona|alguien|encargado|encargada|recepcion|gerente|
            humano|humana|agente|operador|asesor  ~ quiero hablar con alguien
        recepcionista|operador|operadora|gerente|encargado  ~ el encargado
        quien|quienes es|esta|manda|dirige|son .. responsable|encargado|encargada|jefe|mando|ahi|duena|dueño|cargo
            ~ ¿quién es el responsable?
        jefe|jefa|dueño|dueña|responsable|supervisor|supervisora  ~ quiero hablar con el jefe
        me puede|pueden|podria atender|ayudar un|una|alguien humano|persona|humana|de
            ~ ¿me puede atender una persona?
    """,
    "complaint_word": """
        queja|quejas|quejarme|reclamo|reclamacion|inaceptable|indignante|horrible|terrible|decepcionado|decepcionada|
            pesimo|pesima|verguenza|asco|ridiculo|estafa  ~ tengo una queja
        no estoy|quede contento|contenta|satisfecho|satisfecha|conforme  ~ no estoy contenta
    """,
    "insult": """
        no entiendes|entiende|entienden|entendes nada  ~ no entiendes nada
        idiota|idiotas|estupido|estupida|imbecil|inutil|inutiles|mierda|puta|puto|pendejo|pendeja|gilipollas|cabron|
            tonto|tonta|basura|carajo  ~ eres un inútil
    """,
    "sorry": """
        perdon|perdona|perdone|disculpa|disculpe|disculpas|siento|lamento|equivoque  ~ perdón, me equivoqué
    """,
    "thanks": """
        gracias|agradezco|agradecido|agradecida|agradecemos  ~ muchas gracias
    """,
    "still_there": """
        sigues|sigue|siguen|estas|hay|esta ahi|alguien  ~ ¿sigues ahí?
        <begins> hola <asks>  ~ hola?
    """,
    "call_me": """
        me|nos van|va|vais|vas a llamar|contactar|telefonear  ~ ¿me van a llamar?
        me|nos llaman|llama|llamaran|llamara|llamas|contactan|llamais  ~ ¿me llaman ustedes?
        llamada|llamadas  ~ espero una llamada
    """,
    "wants_call": """
        llamame|llameme|llamenme|llamadme|llamarme|devuelvame  ~ llámame luego por favor, gracias
    """,
    "pay_question": """
        donde|como|cuando|que|puedo|debo|hay|tengo|se|podemos|hacemos .. pago|pagar|paga|pagamos|abonar|pague
            ~ ¿dónde pago?
        pago|pagar|paga ahora|alli|ahi|aqui|antes|despues|efectivo|tarjeta|en|con|luego|online|linea
            ~ ¿pago ahora o allí?
        aceptan|acepta|aceptais|toman|reciben efectivo|tarjeta|tarjetas|amex|visa|paypal  ~ ¿aceptan efectivo?
        enlace|link|metodo|metodos|forma|formas de|para pago|pagar|pagos  ~ ¿hay un enlace de pago?
        deposito|anticipo|adelanto|señal  ~ ¿hay que dejar un depósito?
    """,
    "total": """
        cuanto|cual|que .. total|todo|junto|juntos|sale|suma|seria  ~ ¿cuánto es en total?
        en total  ~ en total, ¿cuánto?
        el|precio|importe|coste|costo|suma total|final|completo  ~ el total, por favor
    """,
    "included": """
        incluye|incluyen|incluido|incluida|incluidos|incluidas|incluir|viene|trae  ~ ¿qué incluye?
    """,
    "discount": """
        descuento|descuentos|promocion|promociones|oferta|ofertas|rebaja|rebajas|cupon|cupones  ~ ¿tienen descuentos?
        mas barato|barata|economico|economica  ~ algo más barato
        precio especial|estudiante|grupo|estudiantes  ~ precio especial
    """,
    "tax": """
        impuesto|impuestos|iva|propina|propinas  ~ ¿lleva impuestos?
    """,
    "add_ons_asked": """
        que|cuales|hay|tienen|tiene|tienes|otros|algun|algunos|ofrecen .. extra|extras|complementos|complemento|
            adicionales|suplementos|añadidos  ~ ¿qué extras tienen?
        que|puedo|podemos|se puedo|puede|podemos? agregar|añadir|sumar  ~ ¿qué puedo agregar?
    """,
    "no_add_on": """
        sin|ningun|no|nada extra|extras|complementos|complemento|adicional|adicionales|mas|suplementos  ~ sin extras
        quita|quite|quitar los|el extra|extras|complementos|complemento  ~ quita los extras
    """,
    "difference": """
        diferencia|diferencias|distingue|diferente|comparar|comparacion|distinto  ~ ¿cuál es la diferencia?
        cual|que es mejor  ~ ¿cuál es mejor?
    """,
    "describe": """
        que|en es|consiste|incluye un|una|el|la|consiste [treatment]|$  ~ ¿qué es un masaje sueco?
        en que consiste|consisten  ~ ¿en qué consiste?
        que se hace|hacen  ~ ¿qué se hace en el facial?
        explica|explicame|expliqueme|describe|describeme|cuentame|cuenteme|hablame|explicar  ~ explícame el facial
        mas informacion|detalles|sobre  ~ más información
        como es|funciona|son  ~ ¿cómo es el masaje?
    """,
    "recommend": """
        recomienda|recomiendas|recomiendan|recomendar|recomendacion|recomendaciones|recomendarias|recomendaria|
            aconsejas|aconseja|aconsejan|sugieres|sugiere|sugerencia|sugieren  ~ ¿qué me recomiendas?
        cual|que me|deberia|debo|conviene|elijo|escojo elegir|escoger|conviene|tomar|pedir|mejor|elijo|escojo
            ~ ¿cuál me conviene?
        algo|bueno|mejor|ayuda para|contra mi|el|la|los dolor|estres|cuello|espalda|relajarme|cansancio|tension|
            hombros|relajar  ~ algo para el estrés
        no se que|cual  ~ no sé cuál
    """,
    "who_does": """
        quien|quienes hace|hacen|da|dan|realiza|atiende|corta|es|trabaja|son  ~ ¿quién hace los masajes?
        que|cual terapeuta|masajista|barbero|profesional|especialista  ~ ¿qué terapeuta lo hace?
    """,
    "how_long_held": """
        hasta cuando|que .. guarda|guardan|guardas|guardais|guardado|guardada|reserva|reservan|reservado|reservada|
            mantiene|mantienen|apartado|apartada  ~ ¿hasta cuándo me lo guardan?
        cuanto tiempo? .. guarda|guardan|guardas|guardais|guardado|guardada|reservan|reservado|reservada|mantiene|
            mantienen|apartado|apartada  ~ ¿cuánto tiempo me lo guardan?
        cuando|cuanto|hasta .. vence|caduca|expira  ~ ¿cuándo vence la reserva?
        cuanto tiempo|minutos tengo|hay|queda|dispongo|tenemos .. pagar|$  ~ ¿cuánto tiempo tengo para pagar?
        cuando|cuándo tengo|hay|debo|debemos|tenemos que? pagar  ~ ¿cuándo tengo que pagar?
        hasta cuando .. pagar|pago  ~ ¿hasta cuándo puedo pagar?
    """,
    "refund_question": """
        reembolso|reembolsan|reembolsa|devolucion|reembolsar|reintegro|reembolsable  ~ ¿hay reembolso?
        devuelven|devuelve|devolver|devolveran|devolverian|regresan|recupero|pierdo .. dinero|deposito|algo|todo|
            importe|$  ~ ¿me devuelven el dinero?
    """,
    "move_visit": """
        [move] mi|la|el|esa|esta|nuestra .. cita|reserva|visita|hora|masaje|facial|corte|dia|fecha|afeitado
            ~ quiero cambiar mi cita
        retrasalo|retrasala|retrasarlo|retrasarla|retraselo|retrasenlo|atrasalo|atrasarlo|aplazalo
            ~ retrásalo media hora
        reprogramar|reagendar|aplazar|posponer|postergar  ~ necesito reprogramar
    """,
    "cancel_visit": """
        [cancel] .. mi|la|el|esa|esta|nuestra cita|reserva|visita|masaje|facial|corte|hora  ~ cancelar mi cita
        no puedo|podemos|podre|podremos ir|venir|llegar|asistir|acudir  ~ no puedo ir mañana
    """,
    "find_visit": """
        busca|buscar|buscame|busque|ver|consultar|revisar|encontrar|confirmar|verificar|comprobar|saber .. mi|mis|la|
            nuestra cita|reserva  ~ busca mi reserva
        cuando|que|a .. es|tengo|esta|era .. mi|la|nuestra? cita|reserva|masaje|facial  ~ ¿cuándo es mi cita?
        tengo|tenemos|hice|hay .. cita|reserva  ~ ¿tengo una cita mañana?
        perdi|perdimos|encuentro|olvide|recibi|llego|llega .. confirmacion|correo|numero|hora|reserva|cita|codigo
            ~ perdí la confirmación
        ^ ¿? que|cual reserva|reservamos|agendamos $  ~ ¿qué reservé?
        cuando exactamente? me|nos toca  ~ ¿cuándo me toca?
        cuando exactamente voy|vamos|vengo|venimos|tengo|llego|era  ~ ¿cuándo exactamente voy?
        cuando voy|vamos|vengo|venimos exactamente  ~ ¿cuándo voy exactamente?
        cuanto pague|pagamos|cobraron  ~ ¿cuánto pagué?
        cuanto me|nos|he|hemos han? pagado|cobraron|cobrado  ~ ¿cuánto me cobraron?
    """,
    "add_later": """
        agregar|añadir|sumar|decidir|agregarlo|añadirlo .. despues|luego|alli|tarde|mismo  ~ ¿puedo añadirlo después?
        agregar|añadir|sumar .. a|en mi|la|nuestra reserva|cita  ~ agregar aromaterapia a mi reserva
    """,
    "take_out_guest": """
        [kin] no puede|viene|vendra|podra|va|quiere  ~ mi hermana no puede venir
        uno|una|persona|alguien de? nosotros|nosotras|ellos|menos|los|no .. no|menos|puede|viene|cancelar
            ~ uno de nosotros no viene
        una|un|dos persona|invitado|personas|invitados menos  ~ una persona menos
        somos|seremos|venimos|vamos|quedamos|ahora solo|solamente|ya uno|una|dos|tres|cuatro  ~ ahora solo dos
        sin mi|la|el [kin]|amiga|amigo|invitado  ~ sin mi esposo
    """,
    "absent_maybe": """
        si .. no puede|viene|esta|trabaja|hay|puedo|podemos  ~ si Marco no está, con David
    """,
    "their_name": """
        a|en|bajo|con|pon|ponlo|pongalo el|su? nombre de? el|ella|su|mi|ellos  ~ a nombre de ella
        a su nombre  ~ ponlo a su nombre
        su nombre $  ~ con su nombre
    """,
    "no_email": """
        no|sin|ningun|tampoco tengo|uso|recuerdo|quiero|doy|hay|dar|tiene? un|el|mi|ningun|dar|de? correo|email|mail|
            electronico|correos  ~ no tengo correo electrónico
        correo|email|mail no tengo|uso|hay|recuerdo  ~ correo no tengo
    """,
    "browsing": """
        solo|solamente|nada|unicamente estoy|estamos|estaba? miro|miraba|mirando|
            mirar|viendo|ver|curiosidad|curioseando|
            pregunto|preguntando|preguntaba|mas|informarme|consultaba  ~ solo estoy mirando
        estoy|estaba|estamos solo? mirando|viendo|curioseando|averiguando  ~ estoy mirando
        no|todavia|aun voy|quiero|pienso a? reservar todavia|aun|ahora|nada  ~ no quiero reservar todavía
    """,
    # enough for now: no other time is asked for
    "postpones": """
        ^ ahora|hoy|todavia|aun|ya no $  ~ hoy no, gracias
        ^ no ahora|hoy|todavia|aun $  ~ no ahora
        por ahora|hoy|el no|nada|es|momento .. $  ~ por ahora no
        nada|no por|de ahora|hoy|momento|el  ~ nada por ahora
        ^ tal|quizas|quiza|talvez|puede|mejor vez|que|ser? en|mas|otro|otra .. dia|momento|ocasion|vez|rato|tarde|
            adelante $  ~ tal vez en otra ocasión
        ^ otro|otra dia|ocasion|vez quizas|quiza|talvez|sera|entonces|mejor $  ~ otro día quizás
        vuelvo|volvere|volvemos|regreso|regresare|escribo|escribire|paso|pasare|vengo|reservo|reservare|decido|
            decidire .. mas|luego|otro|otra|despues|pronto
            tarde|$|dia|momento|rato  ~ vuelvo más tarde
        lo|la dejo|dejamos|dejemos|dejare|posponemos para|por hoy|ahora|otro|otra|mas|luego|despues|el
            ~ lo dejamos por hoy
        es|eso todo|suficiente por ahora|hoy|el  ~ eso es todo por hoy
        basta|suficiente por|con hoy|ahora|eso  ~ suficiente por hoy
    """,
    # who shall treat, said by a bare noun
    "by_woman": """
        ^ no|mejor|prefiero|solo|mejor|que|o|y|pero|si|preferiblemente|quiero|quisiera|preferiria? que|con|a|por?
            sea|fuera|me|atienda|haga? una? mujer|chica|dama
            $|si|de|mejor|para|por  ~ mejor una mujer
        prefiero|preferiria|quiero|quisiera|gustaria|necesito|pido|mejor|con que|con|por|a|una|un? me|sea|fuera?
            atienda|haga|sea|masajee? una? mujer|chica|dama
            $|si|mejor|para|por  ~ preferiría que me atienda una mujer
        puede|podria|puedes ser|atenderme|hacerlo|tocarme|darmelo una? mujer|chica|dama  ~ ¿puede ser una mujer?
    """,
    # who shall treat, said by a bare noun
    "by_man": """
        ^ no|mejor|prefiero|solo|mejor|que|o|y|pero|si|preferiblemente|quiero|quisiera|preferiria? que|con|a|por?
            sea|fuera|me|atienda|haga? un? hombre|chico|varon|caballero|masculino
            $|si|de|mejor|para|por  ~ mejor un hombre
        prefiero|preferiria|quiero|quisiera|gustaria|necesito|pido|mejor|con que|con|por|a|una|un? me|sea|fuera?
            atienda|haga|sea|masajee? un? hombre|chico|varon|caballero|masculino
            $|si|mejor|para|por  ~ preferiría que me atienda un hombre
        puede|podria|puedes ser|atenderme|hacerlo|tocarme|darmelo un? hombre|chico|varon|caballero|masculino
            ~ ¿puede ser un hombre?
    """,
    "earliest": """
        lo|la|el mas pronto|temprano|temprana|cercano|proximo  ~ lo más pronto posible
        cuanto|lo antes posible|$  ~ cuanto antes
        primer|primera|proximo|siguiente|primero hueco|hora|cita|disponible|lugar|horario
            ~ la primera hora disponible
    """,
    "latest": """
        lo|la|el mas tarde|tardio|tardia  ~ lo más tarde posible
        ultimo|ultima hora|hueco|cita|horario|disponible  ~ la última hora
    """,
    "no_preference": """
        cualquiera|cualquier|quienquiera  ~ cualquiera
        da|es|me igual|lo  ~ me da igual, gracias
        no me? importa|tengo preferencia|preferencias|quien|cual|$  ~ no me importa quién, gracias
        sin preferencia|preferencias  ~ sin preferencia
        tu|usted|ustedes elige|escoge|decide|decides|eliges|elija|decida  ~ tú decides la hora
    """,
}
