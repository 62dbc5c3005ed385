"""The one place where a refusal becomes an answer: a status, a page or fragment for people, a problem for programs."""

from law.errors import Refused

_STATUS = {"not_found": 404, "not_permitted": 403, "wrong_state": 409, "changed_meanwhile": 409}


def status_of(refused: Refused) -> int:
    """Return the HTTP status of a refusal: 404, 403, 409 for what others did meanwhile, else 422."""
    if refused.code.endswith(("_already", "_taken")):
        return 409
    return _STATUS.get(refused.code, 422)
