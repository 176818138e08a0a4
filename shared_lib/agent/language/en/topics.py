"""English words of topics that are not a spa's."""

SIGNS = {
    "travel": """
        uber|lyft|taxi|cab|flight|flights|plane|airport|rental|rentals|vacation|trip|train|bus|travel
        passport|hotels|ticket|tickets
    """,
    "foreign": """
        uber|lyft|taxi|cab|flight|flights|plane|airport|rental|vacation|vacations|trip|train|bus|travel
        traveling|visa|passport|luggage
        bill|bills|tax|taxes|bank|account|accounts|credit|debit|loan|mortgage|salary|paycheck|paychecks
        income|401k|pto|stock|stocks
        weather|forecast|temperature|rain|music|song|songs|playlist|movie|movies|game|joke|jokes|news|poem
        recipe|recipes
        calories|caloric|ingredients|ingredient|cook|cooking|bake|dish|nutrition|nutritional|groceries
        shopping|boil|fridge
        timer|alarm|alarms|reminder|reminders|remind|calendar|todo|list|lists|volume|thermostat|lights|
            speaker|whisper
        gas|oil|tire|tires|mpg|fuel|battery|roaming|carrier|text|sms|device|app|pin|password|car|highway
        traffic|highway
        translate|spell|spelling|define|definition|synonym|timezone|exchange|currency|dollars|euros|euro
        pounds|yen|zone
        jury|fraud|fraudulent|apr|interest|rewards|points|transaction|transactions|balance|routing|checks
        checkbooks|w2|card|mastercard
        hobby|hobbies|pets|pet|born|boss|creator|maker|package|distance|miles|gps
        coordinates
        coin|dice|roll|capital|population|planet|math|percent|plus|minus|divided|history|country|countries
        vaccines|vaccinations|shots
        rent|utilities|electric|electricity|internet|subscription|minimum|insurance|rollover|employer
        gallon|cups|tablespoons
    """,
}
