"""What is said of a case that is not there, or not within reach: the same words for both."""

from law.errors import Refused


def not_found() -> Refused:
    """Return the refusal for what is not there, or not within this person's reach: the same words for both."""
    return Refused("not_found", "没有找到这件信访件，或者它不在您的查看范围内。")


MOST_DIGITS = 18


def key_of(text: str | None) -> int | None:
    """Return a key from an address or hidden field, None where there is none. Raises Refused not_found: no number."""
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise not_found()
    return int(text)
