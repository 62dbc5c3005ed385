"""What the letters of invented units say of them: numbers that nobody has, streets that are nowhere."""

from typing import Any
from zlib import crc32

# No area has this code.
_AREA_CODE = "0000"
_LEGAL = {"镇": "镇人民政府", "乡": "乡人民政府", "街道": "街道办事处"}


def letterhead_of(name: str, district: str) -> dict[str, Any]:
    """Return the letterhead of a unit, the same for the same name."""
    number = crc32(name.encode())
    legal = next((name.removesuffix(end) + full for end, full in _LEGAL.items() if name.endswith(end)), "")
    return {
        "legal_name": legal,
        "contact_person": "信访接待室",
        "contact_phone": f"{_AREA_CODE}-{2600000 + number % 90000}",
        "address": f"{district}政务路{1 + number % 200}号",
    }
