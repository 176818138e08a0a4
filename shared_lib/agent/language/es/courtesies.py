"""Spanish words around the matter: greetings, thanks, asking again, stopping."""

SIGNS = {
    "thanks": """
        gracias|agradezco|agradecido|agradecida|agradecidos
        ^ amable|amables $
        que amable|amables
        te|se lo agradezco
    """,
    "bye": """
        adios|chao|chau|bye|nosvemos
        hasta luego|pronto|mañana|la|entonces|otra|<day>
        nos vemos|hablamos
        cuidate|cuidese
        <farewell>
    """,
    "finished": """
        eso|es es|seria|todo todo|$
        nada mas
        ya esta
        no necesito nada|mas
        con eso
    """,
    "hello": """
        ^ hola|buenas|saludos|hey|hello|hi|alo|holi
        ^ buen|que dia|tal|onda
        ^ como estas|esta|estan|andas|va|te
        <greeting>
        mucho gusto
    """,
    "repeat": """
        repite|repita|repetir|repiteme|repitalo|repetirlo
        ^ como|que|perdon|mande $
        ^ como dices|dice|dijo|dijiste
        que dijo|dijiste|dices|has dicho?
        otra vez $
        no entendi|entiendo|escuche|te|le entendi|$
        dilo|digalo otra|de
    """,
    "goes_on": """
        no es|era|fue todo|eso
        no|nunca lo|la|me|te|se? olvide|olvides|olviden|pare|pares|detengas|dejes|detente|para
    """,
    "stop": """
        ^ para $
        ^ parar|basta|alto|detente|callate|stop|olvidalo|olvidelo|dejalo|dejelo|suficiente
        ya no mas|quiero
        dejalo|olvidalo asi|$
    """,
}
