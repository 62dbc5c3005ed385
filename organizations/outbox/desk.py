"""What was told to a person in the product, among the notices of his desk."""

from datetime import date
from typing import Any

from django.urls import reverse

from kit.messages.delivery import unread_of
from organizations.models import Staff

MOST_ON_THE_DESK = 5


def desk_lines(staff: Staff, _on: date) -> list[dict[str, Any]]:
    """Return one line for each message that the person has not read; all of them lead to the page where he reads them."""
    url = reverse("my_messages")
    return [{"text": message.subject or message.text, "url": url} for message in unread_of(staff, MOST_ON_THE_DESK)]
