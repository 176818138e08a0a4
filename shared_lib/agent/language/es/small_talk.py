"""Spanish words around the matter: greetings, thanks, asking again, stopping."""

CUES = {
    "thanks": """
        ~ gracias
        gracias|agradezco|agradecido|agradecida|agradecidos
        ^ amable|amables $
        te|se lo agradezco
    """,
    "bye": """
        ~ nos vemos
        ~ hasta luego
        adios|chao|chau|bye|nosvemos
        nos vemos|hablamos
        cuidate|cuidese
        <farewell>
    """,
    "finished": """
        ~ no es todo
        ~ gracias, eso es todo
        eso|es es|seria|todo todo|$
    """,
    "hello": """
        ~ buen día
        ~ mucho gusto
        ^ hola|buenas|saludos|hey|hello|hi|alo|holi
        <greeting>
        mucho gusto
    """,
    "repeat": """
        ~ ¿qué dijiste?
        ~ ¿puede repetirlo?
        repite|repita|repetir|repiteme|repitalo|repetirlo
        ^ como|que|perdon|mande $
        que dijo|dijiste|dices|has dicho?
        otra vez $
        no entendi|entiendo|escuche|te|le entendi|$
        dilo|digalo otra|de
    """,
    "goes_on": """
        no es|era|fue todo|eso  ~ no es todo
    """,
    "stop": """
        ^ para $  ~ para
        ^ parar|basta|alto|detente|callate|stop|olvidalo|olvidelo|dejalo|dejelo|suficiente  ~ olvídelo, ya no
        ya no mas|quiero  ~ ya no más
        dejalo|olvidalo asi|$  ~ mejor déjalo así
    """,
}
