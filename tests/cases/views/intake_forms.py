"""What a clerk types into the intake, and the browser that sends it."""

from typing import Any
from uuid import uuid4

from django.test import Client

from organizations.models import Staff
from organizations.today import today

PDF = b"%PDF-1.7\n" + b"x" * 200
HTMX = {"HX-Request": "true"}


def client_of(staff: Staff) -> Client:
    """A logged-in browser."""
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def typed(**changes: Any) -> dict[str, Any]:
    """What a clerk types for 老王 who comes to the window."""
    whole: dict[str, Any] = {
        "key": str(uuid4()),
        "channel": "visit",
        "received_on": today().isoformat(),
        "content": "水渠堵了半年，庄稼没水浇。",
        "subject": "水渠堵塞",
        "parties-name": ["老王"],
        "parties-role": ["petitioner"],
        "parties-phone": ["13800001234"],
        "parties-id_type": [""],
        "parties-id_number": [""],
        "parties-address": ["青石镇柳湾村12号"],
        "demands-text": ["疏通水渠", "赔偿庄稼"],
        "demands-kind": ["appeal", "appeal"],
        "demands-path": ["", ""],
    }
    return {**whole, **changes}


def send(staff: Staff, data: dict[str, Any], **headers: Any) -> Any:
    """Send the intake form."""
    return client_of(staff).post("/cases/new/", data, **headers)
