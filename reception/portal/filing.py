"""Filing at the portal: registered at once, once a form, with the code of who filed and the check of his way back (Art. 21, 22)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cases.actions.inputs import DemandInput, Himself, PartyInput, RespondentInput
from cases.actions.registration import register
from cases.letters.attachments import store_files
from cases.models import Case, Event
from kit.files import CheckedFile
from law.errors import Refused
from law.vocabulary import Channel, Kind
from organizations.models import Unit
from organizations.today import today
from organizations.vocabulary import UnitKind
from reception.models import GuideRow, OnlineFiling
from reception.portal.codes import code_of_form, held_under, issue
from reception.portal.contact import begin
from reception.portal.limits import FILED, assert_within
from reception.portal.notice import NOTICE_VERSION
from vault.digests import sm3

SOURCE = "portal"
_TOO_MANY = "从您所在的网络提交的件数太多，请{minutes}分钟后再提交；也可以来信、来访、来电。您填写的内容还在页面上。"
# As long as somebody may wait for an answer that was lost; on a shared computer nobody finds a code afterwards.
SHOWN_AGAIN = timedelta(minutes=30)


@dataclass(frozen=True)
class Petition:
    """What a citizen typed; the first of ``people`` is who files and gets the code."""

    desk: Unit
    key: UUID
    content: str
    kind: Kind
    people: Sequence[PartyInput]
    subject: str = ""
    location: str = ""
    count: int = 1
    respondents: Sequence[RespondentInput] = ()
    files: Sequence[CheckedFile] = field(default_factory=tuple)
    guide: int | None = None

    @property
    def form(self) -> str:
        """Return what is kept of the key of the form: it cannot be turned back into the key, which makes the code."""
        return form_digest(self.key)


@dataclass(frozen=True)
class Filed:
    """A filing that stands: the case, its digest in the chain, and the code while it may still be shown ("" after that)."""

    case: Case
    row: OnlineFiling
    code: str
    digest: str


def form_digest(key: UUID) -> str:
    """Return what is kept of the key of a form."""
    return sm3(str(key).encode())


def desks(on: date | None = None) -> list[Unit]:
    """Return the offices that take petitions at the portal, by the tree."""
    offices = Unit.objects.filter(kind=UnitKind.PETITION_OFFICE, district__isnull=False).valid_on(on or today())
    return list(offices.select_related("district").order_by("path"))


def file_petition(petition: Petition, *, limited: bool = True) -> Filed:
    """Register what a citizen brings himself (Art. 22); the same form again is the same filing, with the same code.

    ``limited``: not more than so many from one address.

    Raises Refused: nothing_said, form_sent_already (with other words), files_not_stored; portal_too_often.
    """
    before = filed_under(petition.form)
    if limited and before is None:
        assert_within(FILED, _TOO_MANY)
    on = before.case.received_on if before else today()
    if before and before.case.content != petition.content.strip():
        words = f"这份表格已经提交过，登记为{before.case.number}，内容与这次不同，这次没有登记。要补充的，请凭编号和查询码补充材料；是另一件事的，请重新打开表格填写。"
        raise Refused("form_sent_already", words)
    with transaction.atomic():
        case = register(
            by=Himself(petition.desk),
            channel=Channel.ONLINE,
            received_on=on,
            content=petition.content,
            subject=petition.subject,
            parties=petition.people,
            demands=[DemandInput(petition.content.strip(), petition.kind)],
            respondents=petition.respondents,
            location=petition.location,
            petitioner_count=petition.count,
            source=SOURCE,
            external_number=petition.form,
            on=on,
        )
        if petition.files:
            store_files(case, petition.files, None)
        if getattr(case, "new_rows", None):
            row = _first(case, petition)
            return Filed(case, row, code_of_form(petition.key), _first_digest(case))
    found = before or filed_under(petition.form)
    assert found, "what is known already was filed under this form"
    return shown(found, petition.key)


def filed_under(form: str) -> OnlineFiling | None:
    """Return what a form has become already."""
    rows = OnlineFiling.objects.for_its_holder().select_related("case__unit__district")
    found: OnlineFiling | None = rows.filter(form=form).first()
    return found


def shown(row: OnlineFiling, key: UUID) -> Filed:
    """Return a filing as the receipt shows it to who has the key of its form."""
    case, code = row.case, code_of_form(key)
    fresh = timezone.now() - row.filed_at < SHOWN_AGAIN
    return Filed(case, row, code if fresh and held_under(case.number, code) else "", _first_digest(case))


def _first_digest(case: Case) -> str:
    first = Event.objects.for_its_holder().filter(case=case, sequence=1)
    return str(first.values_list("digest", flat=True)[0])


def _guide(petition: Petition) -> GuideRow | None:
    """What the guide had said before, so that its mistakes are counted; a number of anything else is none."""
    if petition.guide is None:
        return None
    return GuideRow.objects.filter(pk=petition.guide, district=petition.desk.district_id).first()


def _first(case: Case, petition: Petition) -> OnlineFiling:
    filer = case.new_rows.parties[0]
    row = OnlineFiling(
        district_id=case.district_id,
        unit=case.unit,
        case=case,
        form=petition.form,
        party=filer.pk,
        notice=NOTICE_VERSION,
        guide=_guide(petition),
        version=1,
        filed_on=case.received_on,
        filed_at=timezone.now(),
    )
    begin(row, case, petition.people[0].phone)
    row.save(force_insert=True)
    issue(case, filer, code_of_form(petition.key))
    return row
