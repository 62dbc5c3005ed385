"""“谁查过我的信访件”: which offices saw his full data or took files of his case away, and when; no names of staff."""

from typing import Any

from cases.models import Attachment, Document, Event, Party
from cases.record.verbs import FILE_SAVED
from law.vocabulary import Act
from organizations.journal.verbs import LETTER_SAVED
from organizations.models import JournalEntry

MOST = 100


def who_asked(party: Party) -> list[dict[str, Any]]:
    """Return {at, unit, what} of his case, the latest first; of a sealed one only who saw his own data."""
    looks = [
        *_lines(Event.objects.own_of(party).filter(act=Act.UNMASK), "查看您的姓名、电话等完整信息"),
        *_lines(_saved(FILE_SAVED.code, Attachment, party), "下载附件"),
        *_lines(_saved(LETTER_SAVED.code, Document, party), "打印、下载文书"),
    ]
    return sorted(looks, key=lambda line: line["at"], reverse=True)[:MOST]


def _saved(verb: str, model: Any, party: Party) -> Any:
    keys = model.objects.own_of(party).values("pk")
    return JournalEntry.objects.filter(verb=verb, kind=model._meta.label_lower, key__in=keys)


def _lines(rows: Any, what: str) -> list[dict[str, Any]]:
    found = rows.select_related("unit").order_by("-id")[:MOST]
    return [{"at": row.at, "unit": row.unit.name if row.unit else "", "what": what} for row in found]
