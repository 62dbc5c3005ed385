"""What tests of the portal type, as a browser without scripts sends it."""

from typing import Any
from uuid import uuid4

from django.test import Client

from tests.cast import Cast

FILE, LOOK_UP, CASE = "/portal/file/", "/portal/look-up/", "/portal/case/"


def typed(cast: Cast, **changes: Any) -> dict[str, Any]:
    """A whole form, of a petitioner who files for himself."""
    return {
        "key": str(uuid4()),
        "desk": cast.bureau.pk,
        "filed_as": "himself",
        "name": "老王",
        "phone": "13800001234",
        "address": "青石镇柳湾村12号",
        "kind": "appeal",
        "content": "村口的路坏了一年没有人修。",
        "agreed": "on",
        **changes,
    }


def file(client: Client, cast: Cast, **changes: Any) -> dict[str, Any]:
    """File, and return what the receipt says."""
    answer = client.post(FILE, typed(cast, **changes))
    assert answer.status_code == 200, answer.content.decode()
    return {"number": answer.context["number"], "code": answer.context["code"], "page": answer.content.decode()}


def look_up(client: Client, receipt: dict[str, Any]) -> Any:
    """Look up with what stands on a receipt."""
    return client.post(LOOK_UP, {"number": receipt["number"], "code": receipt["code"]}, follow=True)
