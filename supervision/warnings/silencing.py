"""A head or whoever stands over him puts off that a date is pushed: with his name, a reason and an end, and not for long."""

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef

from kit.settings import Setting
from law.errors import Refused
from law.warning_stages import Level
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.settings_in_force import setting_on
from supervision.models import Alert, AlertSilence, Task
from supervision.warnings.reading import one_of_mine
from supervision.warnings.verbs import WARNING_SILENCED

SILENCE_DAYS = Setting(
    "WARN_SILENCE_DAYS",
    10,
    "预警最多可以暂不提醒的天数",
    help="暂不提醒的照样列在“预警”里，也照样往上告知。",
    unit="天",
    least=1,
    most=30,
)


def silence(alert_id: int, *, by: Staff, reason: str, to_day: date, on: date) -> AlertSilence:
    """Let a date be pushed no more until a day has passed; it stays on every list, and who stands higher is told as ever.

    Raises Refused: not_found, not_permitted, reason_missing, silence_too_long.
    """
    with transaction.atomic():
        alert = one_of_mine(by, alert_id)
        if alert.level == Level.HANDLER:
            raise Refused("not_permitted", "承办人不能暂停对自己的提醒，请单位负责人决定；办理以后提醒自行消失。")
        _assert_fits(reason, to_day, on, alert)
        made = AlertSilence.objects.create(
            what=alert.what,
            key=alert.key,
            case=alert.case,
            leg_id=alert.leg_id,
            due_on=alert.due_on,
            level=alert.level,
            by=by,
            reason=reason.strip()[:200],
            from_day=on,
            to_day=to_day,
        )
        note(
            WARNING_SILENCED,
            by=by,
            at=by.unit,
            about=alert.case or Task.objects.readable_by(by).get(pk=alert.key),
            due_on=alert.due_on,
            to_day=to_day,
        )
    return made


def _assert_fits(reason: str, to_day: date, on: date, alert: Alert) -> None:
    most = setting_on(SILENCE_DAYS.key, on, alert.district_id)
    if not reason.strip():
        raise Refused("reason_missing", "请写明为什么暂不提醒，例如：当事人住院，已约定下周三见面。")
    if not 0 <= (to_day - on).days < most:
        raise Refused("silence_too_long", f"止日不早于今天{on}，最多{most}天。")


def silenced(on: date) -> Exists:
    """Return the condition of a warning that is not pushed on a day."""
    rows = AlertSilence.objects.filter(
        what=OuterRef("what"),
        key=OuterRef("key"),
        due_on=OuterRef("due_on"),
        level__gte=OuterRef("level"),
        from_day__lte=on,
        to_day__gte=on,
    )
    return Exists(rows)
