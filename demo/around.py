"""What the demonstration shows beside its cases: an access, messages, a deputy, an export, a setting, posts of a town.

Made through the same actions as by people, once: what is there already, or was ended since, is not made again.
"""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction

from cases.actions.access import give_access
from cases.intake.similar import SIMILAR_DAYS
from cases.lists.register import REGISTER
from cases.models import DatedAccess
from cases.models.access import AccessPurpose
from demo.accounts import MAIN_TOWN, account_of
from demo.cast import Cast, load_cast
from demo.district import NAME, OFFICE
from demo.opening import CLERK, ROUTER
from kit.jobs.models import Job
from kit.messages.models import Message
from kit.messages.queueing import queue_message
from kit.messages.words import Channel
from kit.reasons import Reason
from organizations.ledgers.exporting import start_export
from organizations.mandates import give_mandate
from organizations.models import Mandate, SettingVersion, Unit, UnitPost
from organizations.models.mandate import MandateKind
from organizations.models.posts import Post
from organizations.outbox.recipients import colleague
from organizations.posts import fill_post
from organizations.roles import Role
from organizations.settings_in_force import set_setting
from organizations.vocabulary import UnitKind

DEMO_NOTICE = Reason("demo.notice", "演示通知")
COORDINATOR, SYSTEM_ADMIN = account_of(Role.COORDINATOR, OFFICE), account_of(Role.SYSTEM_ADMIN, OFFICE)
OFFICE_HEAD, INSPECTOR = account_of(Role.HEAD, OFFICE), account_of(Role.HANDLER, "minzheng")
_TOLD = "演示区县已经建好，各单位的信访件都可以试办。告知您本人的事项出现在这里；信访件的提醒在工作台。"
# Numbers that no operator gives out; the simulated gateway goes by the last two digits: sent, refused, unknown.
_PHONES = ("12900000000", "12900000001", "12900000009")
_ACCESS_DAYS, _ABSENT_DAYS = 14, 30
_RESPONSIBLE = {Post.FIRST: account_of(Role.HEAD, MAIN_TOWN), Post.OFFICER: account_of(Role.DISPATCHER, MAIN_TOWN)}


def show_around(day: date) -> int:
    """Make what is missing and return how many of the six were made; nothing where the district has not been made."""
    cast = load_cast()
    if cast is None:
        return 0
    with transaction.atomic():
        # Two workers may finish the last cases at one moment.
        Unit.objects.select_for_update().get(name=NAME, kind=UnitKind.AREA)
        return sum(make(cast, day) for make in _PARTS)


def _access(cast: Cast, day: date) -> bool:
    giver = cast.staff(COORDINATOR)
    if DatedAccess.objects.filter(given_by=giver).exists():
        return False
    give_access(
        by=giver,
        account=INSPECTOR,
        of_unit=cast.unit(MAIN_TOWN),
        from_day=day,
        to_day=day + timedelta(days=_ACCESS_DAYS),
        purpose=AccessPurpose.INSPECTION,
        reason="第四季度办理质量交叉检查",
        on=day,
    )
    return True


def _messages(cast: Cast, _day: date) -> bool:
    clerk = cast.staff(CLERK)
    if Message.objects.filter(reason=DEMO_NOTICE.code).exists():
        return False
    queue_message(Channel.PRODUCT, DEMO_NOTICE, colleague(clerk), _TOLD, subject="欢迎试用")
    for phone in _PHONES:
        queue_message(Channel.SMS, DEMO_NOTICE, colleague(clerk, phone), "这是一条演示短信，不会真的发出。")
    return True


def _deputy(cast: Cast, day: date) -> bool:
    head = cast.staff(OFFICE_HEAD)
    if Mandate.objects.filter(person=head).exists():
        return False
    until = day + timedelta(days=_ABSENT_DAYS)
    give_mandate(MandateKind.STAND_IN, head, cast.staff(COORDINATOR), day, until, "外出培训", by=head)
    return True


def _export(cast: Cast, day: date) -> bool:
    router = cast.staff(ROUTER)
    if Job.objects.filter(owner=router).exists():
        return False
    start_export(REGISTER.code, {"since": f"{day.replace(day=1)}"}, by=router)
    return True


def _setting(cast: Cast, day: date) -> bool:
    if SettingVersion.objects.filter(key=SIMILAR_DAYS.key).exists():
        return False
    since, why = date(day.year + 1, 1, 1), "局务会议议定：查找三年内的相似件"
    set_setting(SIMILAR_DAYS.key, 1095, valid_from=since, why=why, by=cast.staff(SYSTEM_ADMIN), on=day)
    return True


def _posts(cast: Cast, day: date) -> bool:
    town, admin = cast.unit(MAIN_TOWN), cast.staff(SYSTEM_ADMIN)
    if UnitPost.objects.filter(unit=town).exists():
        return False
    since = date(day.year, 1, 1)
    for post, account in _RESPONSIBLE.items():
        held = cast.staff(account)
        fill_post(town.pk, by=admin, post=post, name=held.name, position=held.position, account=account, from_day=since)
    return True


_PARTS: tuple[Callable[[Cast, date], bool], ...] = (_access, _messages, _deputy, _export, _setting, _posts)
