"""接访人员介绍: proposed by who arranges, published only by the person himself, withdrawn by him at any time (Art. 18)."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from kit.verbs import Verb
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import Move, Recorded, record_not_found, recording
from organizations.roles import Right
from organizations.today import today
from reception.models import ReceiverProfile
from reception.models.day_words import ARTICLE, ProfileState

PROPOSED = Verb("reception.profile_proposed", "拟写接访人员介绍")
CONSENTED = Verb("reception.profile_published", "本人同意公开接访介绍")
WITHDRAWN = Verb("reception.profile_withdrawn", "不再公开接访介绍")
VERBS = (PROPOSED, CONSENTED, WITHDRAWN)


def _himself(row: ReceiverProfile, staff: Staff, _on: date) -> Refused | None:
    """Nobody consents for another, not even his liaison. Codes: not_yourself."""
    if row.person_id == staff.pk and staff.hand is None:
        return None
    return Refused("not_yourself", f"公开介绍要“{row.person.name}”本人登录后同意，别人不能代办。", ARTICLE)


def _his_or_arranged(row: ReceiverProfile, staff: Staff, _on: date) -> Refused | None:
    """Codes: not_yourself."""
    if row.person_id == staff.pk or holdings(staff, Right.ARRANGE_RECEPTION):
        return None
    return Refused("not_yourself", "由本人或者安排接访的人员办理。")


def _person(row: ReceiverProfile) -> list[Staff]:
    return [row.person]


PROPOSE = Move(verb=PROPOSED, right=Right.ARRANGE_RECEPTION, to_state=ProfileState.PROPOSED, told=_person)
CONSENT = Move(
    verb=CONSENTED,
    right=Right.REPORT_UNDERTAKING,
    from_states=frozenset({ProfileState.PROPOSED.value}),
    to_state=ProfileState.PUBLISHED,
    opening=_himself,
)
WITHDRAW = Move(
    verb=WITHDRAWN,
    right=Right.REPORT_UNDERTAKING,
    from_states=frozenset({ProfileState.PROPOSED.value, ProfileState.PUBLISHED.value}),
    to_state=ProfileState.WITHDRAWN,
    opening=_his_or_arranged,
)


def propose_profile(
    *, person: Staff, title: str, charge: str, by: Staff, languages: str = "", on: date | None = None
) -> ReceiverProfile:
    """Write what a profile would say; nobody sees it outside before the person has agreed.

    Raises Refused: not_permitted, profile_twice.
    """
    units = [grant.unit for _, grant in holdings(by, Right.ARRANGE_RECEPTION)]
    if not units:
        raise Refused("not_permitted", "您的角色不安排领导接访。可在“权限一览”查看谁可以安排。")
    said = {"title": title.strip(), "charge": charge.strip(), "languages": languages.strip()}
    row = ReceiverProfile(unit=units[0], person=person, written_on=on or today(), **said)
    try:
        with transaction.atomic(), recording(PROPOSE, row, by=by, on=on):
            pass
    except IntegrityError as twice:
        if "receiver_profile_once" not in str(twice):
            raise
        raise Refused("profile_twice", f"“{person.name}”已经有接访介绍。") from twice
    return row


def consent(row: ReceiverProfile, *, by: Staff, seen: int | None = None, on: date | None = None) -> ReceiverProfile:
    """Publish one's own profile. Raises Refused: not_yourself, as `recording`."""
    with recording(CONSENT, row, by=by, seen=seen, on=on) as made:
        made.record.consented_on = made.on
    return _profile_in(made)


def withdraw_profile(
    row: ReceiverProfile, *, by: Staff, seen: int | None = None, on: date | None = None
) -> ReceiverProfile:
    """Publish a profile no longer; what was booked stays booked. Raises Refused: not_yourself, as `recording`."""
    with recording(WITHDRAW, row, by=by, seen=seen, on=on) as made:
        pass
    return _profile_in(made)


def open_profiles() -> list[dict[str, str]]:
    """Return the profiles that everybody may read."""
    rows = ReceiverProfile.objects.filter(state=ProfileState.PUBLISHED, person__is_active=True)
    return [
        {
            "name": row.person.name,
            "title": row.title,
            "unit": row.person.unit.name,
            "charge": row.charge,
            "languages": row.languages,
        }
        for row in rows.select_related("person__unit").order_by("district", "id")[:500]
    ]


def profile_of(staff: Staff, key: int) -> ReceiverProfile:
    """Return a profile that a person may read. Raises Refused not_found."""
    rows = ReceiverProfile.objects.readable_by(staff).select_related("person__unit", "unit")
    found: ReceiverProfile | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def to_consent(staff: Staff, _on: date) -> Any:
    """Return the profiles that wait for this person's own consent."""
    return ReceiverProfile.objects.readable_by(staff).filter(person=staff, state=ProfileState.PROPOSED)


def _profile_in(made: Recorded) -> ReceiverProfile:
    found: ReceiverProfile = made.record
    return found
