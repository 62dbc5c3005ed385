"""Accounts of the seeded district: every role at every unit that has it, one password, the readers' accounts in a file."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from demo.accounts import Post, write_privately
from demo.seeding.district import CODE, DEPARTMENTS, GOVERNMENT, NAME, OFFICE, PARTY, TOWNS
from demo.seeding.words import person
from organizations.models import Grant, Staff, Unit
from organizations.people import found_officers, new_password
from organizations.roles import OFFICERS, Role
from organizations.today import today
from organizations.vocabulary import UnitKind

_FIRST_DEPARTMENT, _FIRST_TOWN, _FIRST_VILLAGE = f"{NAME}{DEPARTMENTS[0].split()[0]}", TOWNS[0], "东溪村"
# Whoever measures or looks around logs in as these.
READERS: tuple[Post, ...] = (
    Post("chuangkou", Role.WINDOW_CLERK, OFFICE, "接访窗口"),
    Post("fenban", Role.ROUTER, OFFICE, "办信科科长"),
    Post("chengban", Role.HANDLER, _FIRST_DEPARTMENT, "科员"),
    Post("fuzeren", Role.HEAD, _FIRST_DEPARTMENT, "局长"),
    Post("zhenzhang", Role.HEAD, _FIRST_TOWN, "镇长"),
    Post("diaodu", Role.DISPATCHER, _FIRST_TOWN, "信访工作调度员"),
    Post("xinxiyuan", Role.INFORMANT, _FIRST_VILLAGE, "信息员"),
    Post("xietiao", Role.COORDINATOR, OFFICE, "副局长"),
    Post("ducha", Role.SUPERVISOR, OFFICE, "督查科科长"),
    Post("lingdao", Role.LEADER, GOVERNMENT, "副区长"),
    Post("fenxi", Role.ANALYST, OFFICE, "综合科科员"),
    Post("mijian", Role.SEALED_DESK, PARTY, "机要科科长"),
    Post("sysadmin", Role.SYSTEM_ADMIN, OFFICE, "系统管理员"),
    Post("secadmin", Role.SECURITY_ADMIN, OFFICE, "安全管理员"),
    Post("auditor", Role.SECURITY_AUDITOR, OFFICE, "安全审计员"),
)
_OFFICE = ((Role.WINDOW_CLERK, 3), (Role.ROUTER, 2), (Role.HEAD, 1))
_HANDLING = ((Role.HEAD, 1), (Role.HANDLER, 3))
_TOWN = (*_HANDLING, (Role.DISPATCHER, 2))
_BY_KIND: dict[UnitKind, tuple[tuple[Role, int], ...]] = {
    UnitKind.PETITION_OFFICE: _OFFICE,
    UnitKind.DEPARTMENT: _HANDLING,
    UnitKind.GOVERNMENT: _HANDLING,
    UnitKind.DISCIPLINE: _HANDLING,
    UnitKind.TOWN: _TOWN,
    UnitKind.VILLAGE: ((Role.INFORMANT, 1),),
}


def accounts_file() -> Path:
    """Return where the readers' accounts are written, for their owner's eyes only."""
    return Path(settings.DATA_DIR) / "seed_accounts.txt"


def make_accounts(area: Unit) -> None:
    """Seat everybody with an approved role, once, and write down how to log in."""
    if Staff.objects.filter(unit__district=area).exists():
        return
    units = list(Unit.objects.filter(district=area).order_by("pk"))
    password = new_password()
    with transaction.atomic():
        seats = list(_seats(units))
        stored = make_password(password)
        rows = [
            Staff(username=post.username, password=stored, name=name, unit=unit, position=post.position)
            for (post, unit), name in zip(seats, _names(), strict=False)
        ]
        people = Staff.objects.bulk_create(rows)
        _grant(people, [post for post, _ in seats])
        write_privately(accounts_file(), _table(people, password))


def _seats(units: list[Unit]) -> Iterator[tuple[Post, Unit]]:
    by_name = {unit.name: unit for unit in units}
    yield from ((post, by_name[post.at]) for post in READERS)
    for unit in units:
        for role, wanted in _BY_KIND.get(UnitKind(unit.kind), ()):
            seated = sum(post.role is role and post.at == unit.name for post in READERS)
            for number in range(seated + 1, wanted + 1):
                yield (
                    Post(f"{role}.{unit.code[len(CODE) :] or 0}.{unit.pk}.{number}", role, unit.name, role.label),
                    unit,
                )


def _names() -> Iterator[str]:
    random, given = Random("seeded staff"), set[str]()
    while True:
        name = person(random)
        if name not in given:
            given.add(name)
            yield name


def _grant(people: list[Staff], posts: list[Post]) -> None:
    """The officers vouch for each other; what they gave and approved for the others is written in one go."""
    holders = {post.role: staff for staff, post in zip(people, posts, strict=True) if post.role in OFFICERS}
    system, security = holders[Role.SYSTEM_ADMIN], holders[Role.SECURITY_ADMIN]
    found_officers(system, security, holders[Role.SECURITY_AUDITOR], system.unit)
    given = {"granted_by": system, "given_on": today(), "approved_by": security, "approved_on": today()}
    Grant.objects.bulk_create(
        Grant(staff=staff, role=post.role, unit=staff.unit, **given)
        for staff, post in zip(people, posts, strict=True)
        if post.role not in OFFICERS
    )


def _table(people: list[Staff], password: str) -> str:
    lines = [f"测试账号（虚构的{NAME}，人名、地名均为虚构），各账号密码相同：", "角色\t账号\t姓名\t单位\t密码"]
    for staff, post in zip(people, READERS, strict=False):
        lines.append(f"{post.role.label}\t{staff.username}\t{staff.name}\t{post.at}\t{password}")
    return "\n".join([*lines, "", "其余账号写法：角色代码.区划后缀.单位编号.序号，密码也相同。", ""])
