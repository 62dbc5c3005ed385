"""邮寄登记: what a list says of mail is entered line by line, each through the act that one letter is entered by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from cases.actions.delivery import record_return
from cases.actions.service import notify, record_receipt, serve
from cases.models import Clock, Document
from cases.models.clock import RUNNING
from cases.record.verbs import MAILINGS_ENTERED
from kit.days import day_words
from law.errors import Refused
from law.remedies import WINDOWS_OF
from law.vocabulary import Letter, ServiceMethod
from organizations.journal.noting import note
from organizations.models import Staff

# An act, and what it is given beside the leg and who does it.
Doing = tuple[Callable[..., Any], dict[str, Any]]


@dataclass(frozen=True)
class Mailing:
    """One letter and what became of it, as `enter_mailings` is told. ``find`` gives the letter, or raises Refused."""

    line: int
    find: Callable[[], Document]
    act: Callable[[Document], Doing]


@dataclass
class Entered:
    """What became of one line: entered, or why not."""

    line: int
    document: Document | None = None
    refused: Refused | None = None
    said: list[str] = field(default_factory=list)


def enter_mailings(mailings: Sequence[Mailing], *, by: Staff, on: date, dry: bool = False) -> list[Entered]:
    """Enter each line for itself through its act; ``dry``: do it, say what came of it, and leave nothing behind.

    Each is a transaction of its own: no case is locked while another line is entered.
    """
    results = [_entered(each, by, on, dry=dry) for each in mailings]
    if not dry:
        refused = sum(1 for each in results if each.refused)
        note(MAILINGS_ENTERED, by=by, lines=len(results), done=len(results) - refused, refused=refused)
    return results


def sending(document: Document, *, mail_number: str, sent_on: date, opinion: bool) -> Doing:
    """Return the act by which a letter is sent by post, and what it is given."""
    given = {"method": ServiceMethod.POST, "mail_number": mail_number, "sent_on": sent_on}
    return (serve, given) if opinion else (notify, {**given, "document": document.pk})


def receiving(received_on: date, receiver: str, *, opinion: bool) -> Doing:
    """Return the act by which an opinion is recorded as received. Raises Refused: nothing_open, of a notice."""
    if not opinion:
        raise Refused("nothing_open", "告知书自发出之日起算告知，不登记签收；只有意见书登记送达回证。", "第二十三条")
    return record_receipt, {"received_on": received_on, "receiver": receiver}


def returning(document: Document, returned_on: date, reason: str) -> Doing:
    """Return the act by which a letter is recorded as come back."""
    return record_return, {"document": document.pk, "returned_on": returned_on, "reason": reason}


def _entered(each: Mailing, by: Staff, on: date, *, dry: bool) -> Entered:
    result = Entered(each.line)
    try:
        letter = result.document = each.find()
        action, given = each.act(letter)
        with transaction.atomic():
            action(letter.case_id, leg_id=letter.leg_id, by=by, on=on, **given)
            result.said = _window_said(letter)
            transaction.set_rollback(dry)
    except Refused as refused:
        result.refused = refused
    return result


def _window_said(document: Document) -> list[str]:
    window = WINDOWS_OF.get(Letter(document.kind))
    running = Clock.objects.for_the_wall().filter(RUNNING, leg=document.leg_id, duty=window) if window else ()
    return [
        f"信访人的30日从{day_words(each.starts_on)}起算，到{day_words(each.due_on, '（未定）')}止" for each in running
    ]
