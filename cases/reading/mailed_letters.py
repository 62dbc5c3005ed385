"""Which letter a line of the mail book means, and which letters wait to be sent: as far as a person reads them."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Document, Leg, Service
from cases.places.conditions import at_places
from cases.places.work_rows import among
from kit.paper.check_codes import CODE_LENGTH, typed_code
from law.errors import Refused
from law.procedure import states_of
from law.remedies import OPINION_IN, OPINIONS
from law.service import NOTICES
from law.vocabulary import Act, State
from organizations.authority import holdings
from organizations.models import Staff
from organizations.papers.serving import written_number

MOST_LISTED = 50


def assert_mails(staff: Staff) -> Staff:
    """Let only those go on who record how letters are served. Raises Refused not_permitted."""
    if not any(holdings(staff, act) for act in (Act.NOTIFY, Act.SERVE)):
        raise Refused("not_permitted", "邮寄由登记送达的人员办理。可在“权限一览”查看谁可以办理。")
    return staff


def letters_to_send(staff: Staff) -> list[Document]:
    """Return the letters of legs at this person's places that nobody sent yet, the newest first; no more than a page."""
    mine = Q(handler=staff)
    here = at_places(staff, Act.NOTIFY, own=mine) | at_places(staff, Act.SERVE, own=mine)
    states = [state for state in {*states_of(Act.NOTIFY), *states_of(Act.SERVE)} if state is not State.CLOSED]
    legs = among(Leg.objects.filter(here, state__in=states), "pk", key="leg_id")
    sent = Exists(Service.objects.for_the_wall().filter(document=OuterRef("pk"), returned_on=None))
    letters = Document.objects.readable_by(staff).filter(legs, ~sent, kind__in=(*NOTICES, *OPINIONS))
    return list(letters.select_related("case", "unit").order_by("-id")[:MOST_LISTED])


def letter_named(staff: Staff, words: str) -> Document:
    """Return the letter with a check code or a number. Raises Refused: letter_unknown, letter_unclear."""
    return _one(_named(staff, words), words)


def letter_on_its_way(staff: Staff, words: str) -> Document:
    """Return the letter that is on its way under a number of the post, or with a check code or number of its own.

    Raises Refused: letter_unknown, letter_unclear.
    """
    going = {"services__received_on": None, "services__returned_on": None}
    posted = Document.objects.readable_by(staff).filter(services__mail_number=written_number(words), **going)
    found = list(posted.select_related("leg")[:2])
    return _one(found, words) if found else letter_named(staff, words)


def is_opinion_of(document: Document) -> bool:
    """Tell whether a letter is the opinion that its leg has to serve, or to see received, in its state."""
    return document.leg is not None and document.kind == OPINION_IN.get(State(document.leg.state))


def _named(staff: Staff, words: str) -> "list[Document]":
    code = typed_code(words)
    by_code = Q(check_code=code) if len(code) == CODE_LENGTH else Q()
    rows: QuerySet[Document] = Document.objects.readable_by(staff).filter(Q(number=words) | by_code, leg__isnull=False)
    return list(rows.select_related("leg")[:2])


def _one(found: list[Document], words: str) -> Document:
    if not found:
        raise Refused("letter_unknown", f"没有找到“{words[:60]}”：请核对核验码、文号或者邮件号码。")
    if len(found) > 1:
        raise Refused("letter_unclear", f"“{words[:60]}”有不止一份文书，请改用文书上的核验码。")
    return found[0]
