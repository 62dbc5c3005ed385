"""What a page may load: nothing from elsewhere, no script and no style that stands in it."""

import re
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

_LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost):\d{2,5}")


def policy(helper: str = "") -> dict[str, Any]:
    """Return the policy; ``helper``: the address of the program that serves the devices of the desk, on the same machine."""
    if helper and not _LOOPBACK.fullmatch(helper):
        raise ImproperlyConfigured("XINFANG_DEVICE_HELPER 只能是本机地址，例如 http://127.0.0.1:18620。")
    return {"DIRECTIVES": {**_DIRECTIVES, "connect-src": [SELF, *([helper] if helper else [])]}}


_DIRECTIVES: dict[str, Any] = {
    "default-src": [SELF],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "object-src": [NONE],
    "base-uri": [SELF],
    "frame-ancestors": [NONE],
    "form-action": [SELF],
}
