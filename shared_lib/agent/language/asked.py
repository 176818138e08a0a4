"""What we asked for, by its name, as the kind of answer that it calls for; the same in all languages."""

ASKED = {
    "treatment": "offer",
    "date": "when",
    "time": "when",
    "slot": "offer",
    "name": "detail",
    "email": "detail",
    "phone": "detail",
    "code": "detail",
    "reference": "detail",
    "confirm": "confirm",
    "cancel_confirm": "cancelling",
    "add_on": "order",
}
# signs of what our own words asked for -> its name
ASKED_BY = {"asks_name": "name", "asks_time": "time", "asks_day": "date"}
