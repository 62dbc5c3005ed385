"""What a colleague remarked when something came back or shall go: the words of the last event of a kind (not why an act is closed: that is openings/)."""

from cases.models import Event, Leg
from cases.reading.case_file import CaseFile
from law.vocabulary import Act, State


def returned_words(file: CaseFile, leg: Leg) -> str:
    """Return why the draft of a leg was sent back, until it is submitted again; "" where it was not."""
    if leg.state != State.IN_HANDLING:
        return ""
    found = (e for e in file.events if e.leg_id == leg.pk and e.act in (Act.SUBMIT, Act.SEND_BACK))
    last = next(found, None)
    return _words(last) if last and last.act == Act.SEND_BACK else ""


def just_returned(file: CaseFile, leg: Leg) -> bool:
    """Tell whether nothing was done on a leg since its draft was sent back; a reminder is no work on it."""
    last = next((e for e in file.events if e.leg_id == leg.pk and e.act != Act.REMIND), None)
    return last is not None and last.act == Act.SEND_BACK


def void_words(file: CaseFile) -> str:
    """Return why voiding the case was asked for; "" where nobody asked or it cannot be read."""
    last = next((e for e in file.events if e.act == Act.REQUEST_VOID), None)
    return _words(last) if last else ""


def _words(event: Event) -> str:
    return event.words.text if hasattr(event, "words") else ""
