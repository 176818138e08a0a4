"""What the console shows of mails, texts, calendars and sheets."""

from http import HTTPStatus

import pytest


def test_the_inbox_shows_the_newest_mail_first_with_both_texts_and_attachments(house):
    house.send_mail("First")
    house.send_mail("Second")
    newest, oldest = house.look("inbox")
    assert (newest["subject"], oldest["subject"]) == ("Second", "First")
    assert newest["to"] == [{"email": "guest@example.com", "name": "Ada"}]
    assert (newest["text"], newest["html"][:4]) == ("See you on Friday.", "<h1>")
    assert newest["attachments"][0]["text"] == "BEGIN:VCALENDAR"
    assert [event["event"] for event in newest["events"]] == ["processed", "delivered"]


def test_a_mails_html_is_shown_where_it_can_run_and_fetch_nothing(house):
    house.send_mail(content=[{"type": "text/html", "value": "<script>alert(1)</script>"}])
    [mail] = house.look("inbox")
    shown = house.console(f"inbox/{mail['id']}/html")
    policy = shown.headers["Content-Security-Policy"]
    assert "sandbox allow-popups" in policy
    assert "script" not in policy
    for nowhere in ("nothing/html", f"{mail['id']}/html?ground=green"):
        assert house.console(f"inbox/{nowhere}").status_code == HTTPStatus.NOT_FOUND


def test_a_text_is_shown_whole_the_newest_first(house):
    house.send_text("Your code is 111111.")
    house.send_text("Your code is 222222.")
    newest, oldest = house.look("sms")
    assert (newest["body"], oldest["body"]) == ("Your code is 222222.", "Your code is 111111.")
    assert (newest["to"], newest["status"], newest["sid"][:2]) == ("+15550100199", "delivered", "SM")
    assert newest["at"] >= oldest["at"]


def test_what_has_not_changed_is_not_sent_again(house):
    house.send_mail()
    first = house.console("inbox")
    again = house.console("inbox", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_calendars_come_with_their_events_the_last_changed_first(house):
    master = "master@group.calendar.google.com"
    house.add_event(master, "Early", "2026-11-25T09:00:00-05:00", "2026-11-25T10:00:00-05:00")
    house.add_event(master, "Late", "2026-11-25T19:00:00-05:00", "2026-11-25T20:00:00-05:00")
    shown = {calendar["id"]: calendar for calendar in house.look("calendars")}
    assert len(shown) == 3
    assert [event["summary"] for event in shown[master]["events"]] == ["Late", "Early"]
    assert shown[master]["events"][0]["start"]["dateTime"] == "2026-11-25T19:00:00-05:00"


def test_a_cell_is_typed_into_as_the_owner_would(house):
    assert house.look("sheets")[0] == "Massages"
    typed = house.console("sheets/Massages", "PUT", json={"cell": "C2", "value": "240"})
    assert typed.json()["rows"][1][2] == "240"
    assert house.look("sheets/Membership Tiers")["rows"][0][0] == "Tier"
    assert house.look("sheets/Massages")["rows"][1][2] == "240"


def test_the_owner_hides_rows_and_merges_cells(house):
    hidden = house.console("sheets/Massages", "PUT", json={"row": 3, "hidden": True}).json()
    assert (hidden["hidden"], hidden["merges"]) == ([3], [])
    merged = house.console("sheets/Massages", "PUT", json={"cells": "G2:G3", "merged": True}).json()
    assert merged["merges"] == ["G2:G3"]
    assert merged["rows"][2][6] == ""
    house.console("sheets/Massages", "PUT", json={"cells": "G2:G3", "merged": False})
    shown = house.console("sheets/Massages", "PUT", json={"row": 3, "hidden": False}).json()
    assert (shown["hidden"], shown["merges"]) == ([], [])


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"row": 0, "hidden": True}, "row"),
        ({"row": "3", "hidden": True}, "row"),
        ({"row": 3}, "hidden"),
        ({"cells": "G2:G3", "merged": "yes"}, "merged"),
        ({"cells": "G", "merged": True}, "cell"),
        ({"value": "240"}, "cell"),
        ({"cell": "C2"}, "value"),
        ({"cell": "C2", "value": None}, "value"),
        ({"cell": "C2", "value": True}, "value"),
        ({"cell": "nowhere", "value": "1"}, "cell"),
        ({"cell": "C2:D3", "value": "1"}, "cell"),
        ([], "body"),
    ],
)
def test_an_edit_that_is_none_names_its_field(house, body, field):
    refused = house.console("sheets/Massages", "PUT", json=body)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert refused.json()["field"] == field


def test_a_tab_that_is_not_there_is_not_found(house):
    assert house.console("sheets/Nothing").status_code == HTTPStatus.NOT_FOUND
    edit = {"cell": "A1", "value": "1"}
    assert house.console("sheets/Nothing", "PUT", json=edit).status_code == HTTPStatus.NOT_FOUND
