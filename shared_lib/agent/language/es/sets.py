"""Groups of Spanish words that phrases name in brackets, and words that say nothing."""

from shared_lib.agent.language.grammar import words

SETS = {
    "book": """
        reservar agendar programar apartar pedir sacar concertar coger conseguir hacer reservo agendo agendame
        reservame apuntame anotame agendarme reservarme reserve reserva agenda
    """,
    "booking": """
        cita reserva sesion visita masaje facial corte afeitado manicura pedicura tratamiento hora hueco espacio lugar
        reflexologia paquete servicio
    """,
    "cancel": """
        cancelar cancela cancele cancelo cancelen cancelacion cancelarla cancelarlo cancelame cancelela cancelelo
        cancelenla cancelala cancelalo
    """,
    "move": """
        cambiar cambio mover reprogramar reagendar posponer aplazar pasar adelantar atrasar modificar mueve cambia
        cambie cambiarla moverla cambiarlo cambiame pasarla pasame paseme mueveme muevela muevala cambieme muevan
        retrasar retrasalo retrasala retrasarlo retrasarla retraselo retrasela retrasenlo atrasalo atrasarlo aplazalo
        postergar recorrer recorre correr cambien mueva muevalo
    """,
    "want": """
        quiero quisiera querria necesito deseo busco gustaria quieres queremos quisieramos necesitamos deseamos puedo
        podria podriamos podemos quiera das da dan daria darias apetece haria pones pone
    """,
    "good": """
        bien bueno buena perfecto perfecta genial excelente estupendo fantastico ideal maravilloso barbaro fenomenal
        chevere padre fabuloso buenisimo
    """,
    "services": """
        masaje masajes facial corte afeitado manicura pedicura sesion tratamiento tratamientos servicio servicios
        membresia membresias barba uñas reflexologia paquete paquetes spa cama aromaterapia relajante deportivo
        descontracturante suite
    """,
    "people": """
        humano persona alguien agente encargado encargada gerente representante recepcion recepcionista operador
        operadora humana asesor
    """,
    "machine": """
        robot bot humano humana maquina persona real automatico ia inteligencia ordenador computadora chatbot
    """,
    "languages": """
        ingles español espanol ruso hebreo ucraniano frances aleman italiano portugues
    """,
    "facts": """
        estacionamiento aparcamiento parking parqueadero duchas ducha sauna toallas batas bata taquillas vestuario
        propina membresia regalo direccion domicilio ubicacion telefono numero correo email politica politicas menu
        servicios tratamientos wifi descuentos descuento promociones tarjeta efectivo
    """,
    # the guest's people
    "kin": """
        esposa esposo marido mujer novia novio pareja amiga amigo mama madre papa padre hija hijo hermana
        hermano prometida prometido colega prima primo tia tio jefe el ella
    """,
    "treatment": """
        masaje sueco facial corte afeitado manicura pedicura reflexologia aromaterapia piedras oxigeno led
        relajante deportivo         tratamiento descontracturante suite cama barba
    """,
}
FILLERS = words("""
    por favor porfa porfavor pues eh um mmm entonces tambien solo nomas muy un poco mire mira oye disculpe
    disculpa usted ustedes señor señora
""")
# of these, words that tell in which order things shall happen
ORDER_WORDS = words("tambien entonces luego despues solo un muy por")
JOINERS = words("y e mas luego despues pero . ; ! mientras")  # between two wishes
BECOMES = words("por a con")  # before what takes the place of another
ARTICLES = words("un una el la los las mi mis de unos unas")
# words of a question that tell nothing of what it is about, and the endings of those that do
SMALL_WORDS = words("""
    a al algo como con cual cuales cuando de del donde el ella en es esta este hay la las le les lo los me mi mis para
    pero por puedo que quien se ser si son su sus tengo tiene tienen tu un una unas unos y ya yo
""")
ENDINGS = ("aciones", "acion", "ando", "amos", "ar", "as", "es", "os", "a", "o", "s")
# words that may stand beside a bare hour and add nothing to it
BESIDE_HOUR = words("""
    ok vale bueno bien si sí no claro perfecto gracias por favor mejor a las la entonces pues reserva reserve
    resérveme tome el de me quiero prefiero quisiera sería seria está esta genial
""")
OTHER_WORDS = words("ella ellos ellas")  # after `for`: somebody else
