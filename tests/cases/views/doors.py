"""A person at the doors: opens pages and dialogs, sends them with or without htmx."""

import re
from typing import Any

from django.test import Client

from cases.models import Case, HandOff, Leg
from kit.doors import slug_of
from law.vocabulary import Act
from organizations.models import Staff

HTMX = {"HX-Request": "true"}


class Person:
    """A logged-in member of staff with a browser."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.client = Client(headers=HTMX)
        self.client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")

    def page(self, case: Case, **extra: Any) -> Any:
        """Open the case page as a whole page."""
        return self.client.get(f"/cases/{case.pk}/", headers={"HX-Request": ""}, **extra)

    def dialog(self, act: Act, case: Case, *, leg: Leg | None = None, hand_off: HandOff | None = None) -> Any:
        """Open the dialog of an act."""
        return self.client.get(address(act, case, leg=leg, hand_off=hand_off))

    def send(
        self,
        act: Act,
        case: Case,
        *,
        leg: Leg | None = None,
        hand_off: HandOff | None = None,
        seen: bool = True,
        **typed: Any,
    ) -> Any:
        """Open the dialog and send it with what is typed; hidden fields as the dialog gave them."""
        opened = self.dialog(act, case, leg=leg, hand_off=hand_off)
        hidden = hidden_fields(opened.content.decode()) if opened.status_code == 200 else {}
        if not seen:
            hidden.pop("seen", None)
        return self.client.post(address(act, case, leg=leg, hand_off=hand_off), {**hidden, **typed})


def address(act: Act, case: Case, *, leg: Leg | None = None, hand_off: HandOff | None = None) -> str:
    """The address of an act's dialog."""
    query = f"?leg={leg.pk}" if leg else f"?hand_off={hand_off.pk}" if hand_off else ""
    return f"/cases/{case.pk}/{slug_of(act)}/{query}"


def hidden_fields(html: str) -> dict[str, str]:
    """The hidden fields of the first form in a piece of HTML, without the token."""
    found = re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', html)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def done(answer: Any) -> bool:
    """Tell whether htmx is sent on: the act was accepted."""
    return answer.status_code == 200 and "HX-Redirect" in answer.headers


def buttons_of(group: dict[str, Any]) -> list[dict[str, Any]]:
    """Every button of a group of acts on a case page, those in view and those folded by topic."""
    return [*group["buttons"], *(button for row in group["more"] for button in row["buttons"])]
