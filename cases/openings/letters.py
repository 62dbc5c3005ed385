"""The letters of a leg: which are unsent or on their way, and which a person may correct or add a sealed scan to."""

from django.db.models import prefetch_related_objects

from cases.letters.making import issuer
from cases.models import Case, Document, Leg, Service
from cases.places.acting_units import where_letters_are_made
from cases.places.spot import Spot
from law.errors import Refused
from law.letters import NOT_CORRECTED
from law.procedure import steps_of
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff


def letters_of(leg: Leg, *with_what: str) -> list[Document]:
    """Return the letters of a leg, oldest first, with what hangs on them; no query where the page has fetched it all."""
    found = list(leg.documents.all())
    prefetch_related_objects(found, *with_what)
    return found


def arriving(document: Document) -> Service | None:
    """Return how a letter that is on its way was sent: neither received nor returned."""
    open_ones = [s for s in document.services.all() if s.received_on is None and s.returned_on is None]
    return open_ones[-1] if open_ones else None


def on_its_way(document: Document) -> bool:
    """Tell whether a letter was sent and neither received nor returned; services may be prefetched."""
    return arriving(document) is not None


def unsent(document: Document) -> bool:
    """Tell whether a letter was not sent yet, or came back every time."""
    return all(service.returned_on is not None for service in document.services.all())


def correctable(spot: Spot) -> Refused | None:
    """A unit corrects letters that it issued itself (Art. 22, 23). Codes: document_unknown."""
    if any(corrects(spot.by, letter, spot.case) for letter in letters_of(spot.leg, "unit")):
        return None
    text = "本环节没有由您单位发出、可以更正的文书；文书由发文单位更正。"
    return Refused("document_unknown", text, steps_of(spot.act)[0].article)


def scannable(spot: Spot) -> Refused | None:
    """A unit adds sealed scans to the letters that it issued itself (Art. 32). Codes: document_unknown."""
    if any(attachable(spot.by, letter, spot.leg) for letter in letters_of(spot.leg, "unit")):
        return None
    text = "本环节没有由您单位发出的文书；盖章扫描件由发文单位附上。"
    return Refused("document_unknown", text, steps_of(spot.act)[0].article)


def corrects(by: Staff, letter: Document, case: Case) -> bool:
    """Tell whether a person may correct a letter: one of a unit where he holds the permission."""
    return letter.kind not in NOT_CORRECTED and may(by, Act.CORRECT_LETTER, at=issuer(letter, case))


def attachable(by: Staff, letter: Document, leg: Leg) -> bool:
    """Tell whether a person may attach the scan of a letter: where it was issued, or recorded for a body outside."""
    issued_at, spot = issuer(letter, leg.case), Spot(Act.ATTACH_SCAN, leg.case, by, letter.issued_on, on_leg=leg)
    return any(
        unit.pk == issued_at.pk and may(by, Act.ATTACH_SCAN, at=unit, own=own)
        for unit, own in where_letters_are_made(spot)
    )
