"""What the schema says of every address alike."""

from typing import Any


def keys_from_one(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Say of every integer in an address that it is a key: 1 or more."""
    for address in result["paths"].values():
        for asked in address.values():
            for parameter in asked.get("parameters", ()):
                if parameter["in"] == "path" and parameter["schema"].get("type") == "integer":
                    parameter["schema"].setdefault("minimum", 1)
    return result
