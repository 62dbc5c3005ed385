"""Where the devices of the desk are asked for, as templates need it."""

from typing import Any

from django.conf import settings


def devices() -> dict[str, Any]:
    """Return {devices_url}: the address of the helper program, "" where the site has none."""
    return {"devices_url": settings.DEVICE_HELPER}
