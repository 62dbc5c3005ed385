"""Accounts of the demonstration: one printed per role, and the people beside them, unit by unit."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from demo.district import DEPARTMENTS, OFFICE, TOWNS, make_district, name_of
from demo.scenes import person
from organizations.access import give_password
from organizations.models import Staff, Unit
from organizations.people import approve, found_officers, grant, new_password
from organizations.roles import OFFICERS, Role

MAIN_DEPARTMENT, MAIN_TOWN, MAIN_VILLAGE = "zhujian", "weitang", "芦家村"


@dataclass(frozen=True)
class Post:
    """One account: who sits where in which role."""

    username: str
    role: Role
    at: str
    position: str


PRINTED: tuple[Post, ...] = (
    Post("chuangkou", Role.WINDOW_CLERK, OFFICE, "接访窗口"),
    Post("fenban", Role.ROUTER, OFFICE, "办信科科长"),
    Post("chengban", Role.HANDLER, MAIN_DEPARTMENT, "物业科科员"),
    Post("fuzeren", Role.HEAD, MAIN_DEPARTMENT, "局长"),
    Post("xietiao", Role.COORDINATOR, OFFICE, "副局长"),
    Post("diaodu", Role.DISPATCHER, MAIN_TOWN, "信访工作调度员"),
    Post("xinxiyuan", Role.INFORMANT, MAIN_VILLAGE, "村信息员"),
    Post("ducha", Role.SUPERVISOR, OFFICE, "督查科科长"),
    Post("lingdao", Role.LEADER, "zhengfu", "副区长"),
    Post("fenxi", Role.ANALYST, OFFICE, "综合科科员"),
    Post("mijian", Role.SEALED_DESK, "weiban", "机要科科长"),
    Post("sysadmin", Role.SYSTEM_ADMIN, OFFICE, "系统管理员"),
    Post("secadmin", Role.SECURITY_ADMIN, OFFICE, "安全管理员"),
    Post("auditor", Role.SECURITY_AUDITOR, OFFICE, "安全审计员"),
)
# Who acts next on the main path, besides the accounts above.
PARTNERS: tuple[Post, ...] = (
    Post("weitang.chengban", Role.HANDLER, MAIN_TOWN, "综治办科员"),
    Post("weitang.fuzeren", Role.HEAD, MAIN_TOWN, "镇长"),
    Post("ziran.chengban", Role.HANDLER, "ziran", "确权科科员"),
    Post("ziran.fuzeren", Role.HEAD, "ziran", "局长"),
    Post("jiwei.chengban", Role.HANDLER, "jiwei", "信访室科员"),
    Post("jiwei.fuzeren", Role.HEAD, "jiwei", "信访室主任"),
    Post("xinfang.fuzeren", Role.HEAD, OFFICE, "局长"),
    # Re-examination is decided at the government: one drafts, another decides.
    Post("zhengfu.chengban", Role.HANDLER, "zhengfu", "复查复核办公室科员"),
    Post("zhengfu.fuzeren", Role.HEAD, "zhengfu", "区长"),
)
_WORDS = {Role.HEAD: "fuzeren", Role.HANDLER: "chengban", Role.DISPATCHER: "diaodu"}
_HEADING = "角色\t账号\t姓名\t单位\t密码"


def posts() -> list[Post]:
    """Return every account of the demonstration: the printed ones first."""
    fixed = [*PRINTED, *PARTNERS]
    seated = {(post.role, post.at) for post in fixed}
    return [*fixed, *(post for post in _further() if (post.role, post.at) not in seated)]


def account_of(role: Role, at: str) -> str:
    """Return the account that holds a role at a unit (by the unit's key, or a village's name)."""
    return _BY_SEAT[role, at]


def accounts_file() -> Path:
    """Return where the accounts are written, for their owner's eyes only."""
    return Path(settings.DATA_DIR) / "demo_accounts.txt"


def make_accounts() -> Unit:
    """Make the district and its accounts, once, and write the table; a lost table gets a new password."""
    with transaction.atomic():
        area = make_district()
        if accounts_file().exists() and Staff.objects.filter(username=PRINTED[0].username).exists():
            return area
        # One password for all: hashed once, because a hundred careful hashes would take half a minute.
        password = new_password()
        people = _seat(area, make_password(password))
        write_privately(accounts_file(), _table(people, password))
    return area


def _further() -> list[Post]:
    beside = [
        Post(f"{key}.{_WORDS[role]}", role, key, words)
        for key in (*DEPARTMENTS, "shuiwu")
        for role, words in ((Role.HEAD, "局长"), (Role.HANDLER, "科员"))
    ]
    for key, town in TOWNS.items():
        head = "办事处主任" if town.name.endswith("街道") else "乡镇长"
        beside += [
            Post(f"{key}.{_WORDS[role]}", role, key, words)
            for role, words in ((Role.HEAD, head), (Role.HANDLER, "科员"), (Role.DISPATCHER, "信访工作调度员"))
        ]
        beside += [
            Post(f"{key}.xinxi{number}", Role.INFORMANT, village, "信息员")
            for number, village in enumerate(town.villages, 1)
        ]
    return beside


def _seat(area: Unit, password_hash: str) -> dict[str, Staff]:
    units = {unit.name: unit for unit in Unit.objects.filter(district=area)}
    known = {staff.username: staff for staff in Staff.objects.filter(unit__district=area).select_related("unit")}
    give_password(known.values(), password_hash)
    people = dict(known)
    for post, name in zip(posts(), _names(), strict=False):
        if post.username not in people:
            people[post.username] = Staff.objects.create(
                username=post.username,
                password=password_hash,
                name=name,
                unit=units[name_of(post.at)],
                position=post.position,
            )
    if not known:
        _grant(people, units)
    return people


def _names() -> Iterator[str]:
    """Give invented names, no two the same."""
    rng, given = Random("staff"), set()
    while True:
        name = person(rng)
        if name not in given:
            given.add(name)
            yield name


def _grant(people: dict[str, Staff], units: dict[str, Unit]) -> None:
    """Let the system administrator grant and the security administrator approve every role."""
    holders = {post.role: people[post.username] for post in PRINTED if post.role in OFFICERS}
    system, security = holders[Role.SYSTEM_ADMIN], holders[Role.SECURITY_ADMIN]
    found_officers(system, security, holders[Role.SECURITY_AUDITOR], units[name_of(OFFICE)])
    for post in posts():
        if post.role not in OFFICERS:
            given = grant(post.role, people[post.username], units[name_of(post.at)], by=system)
            approve(given, by=security)


def _table(people: dict[str, Staff], password: str) -> str:
    lines = ["演示账号（虚构的澄湖区，人名、地名均为虚构）。每个角色一个账号：", _HEADING]
    lines += [_line(post, people, password) for post in PRINTED]
    lines += ["", "主要流程中接着办理的人：", _HEADING, *(_line(post, people, password) for post in PARTNERS)]
    codes = "、".join(f"{key} {name_of(key).removeprefix('澄湖区')}" for key in (*DEPARTMENTS, "shuiwu", *TOWNS))
    lines += [
        "",
        "其余单位的账号写法相同，密码也相同（上面两表已有的除外）：单位代号.fuzeren（负责人）、单位代号.chengban（承办人）；",
        "乡镇街道另有 代号.diaodu（工作调度员）和 代号.xinxi1、xinxi2……（各村、社区信息员，按村名册顺序）。",
        f"单位代号：{codes}。",
        "",
    ]
    return "\n".join(lines)


def _line(post: Post, people: dict[str, Staff], password: str) -> str:
    return f"{post.role.label}\t{post.username}\t{people[post.username].name}\t{name_of(post.at)}\t{password}"


def write_privately(path: Path, text: str) -> None:
    """Write a file for its owner's eyes only, from its first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(text)


_BY_SEAT = {(post.role, post.at): post.username for post in posts()}
