"""What is said of a case that is not there, or not within reach: the same words for both."""

from law.errors import Refused


def not_found() -> Refused:
    """Return the refusal for what is not there, or not within this person's reach: the same words for both."""
    return Refused("not_found", "没有找到这件信访件，或者它不在您的查看范围内。")
