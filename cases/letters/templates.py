"""Editing the words of letters: every version is kept, and a letter that was issued never changes."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import IntegrityError, transaction
from django.db.models import CharField, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from cases.letters.variables import default_body, variables_of
from cases.letters.verbs import TEMPLATE_SAVED
from cases.models import Attachment, Case, LetterTemplate
from kit.letters import names_in
from law.errors import Refused
from law.papers import SENT_ON
from law.vocabulary import Letter
from organizations.authority import holdings
from organizations.journal.noting import note
from organizations.models import Staff, Unit
from organizations.posts import Contact, contact_with, officer_columns
from organizations.roles import Right

MOST_WORDS = 8000
# The way to turn to is a matter of the law and of the case: an editor can neither add one nor leave it out.
_REMEDY = re.compile(r"复查|复核|复议|诉讼|起诉|法院")


def assert_editor(staff: Staff) -> Staff:
    """Let only the system administrator in. Raises Refused not_permitted."""
    if not holdings(staff, Right.MANAGE_UNITS):
        raise Refused("not_permitted", "文书模板由系统管理员编辑。可在“权限一览”查看谁可以办理。")
    return staff


def wording_in_force(kind: Letter, on: date) -> LetterTemplate | None:
    """Return the version that letters of a day are made from; None: the words that come with the program."""
    return LetterTemplate.objects.filter(kind=kind, valid_from__lte=on).order_by("-version").first()


@dataclass(frozen=True)
class Given:
    """What a letter is made with beside the words of its act; ``files``: the names of those that go along with it."""

    wording: LetterTemplate | None
    contact: Contact
    files: list[str]


def given_for(kind: Letter, on: date, unit: Unit, case: Case) -> Given:
    """Return the version in force, whom the unit names for questions and the files of the case, in one statement."""
    versions = LetterTemplate.objects.filter(kind=kind, valid_from__lte=on).order_by("-version")
    asked: dict[str, Any] = {"version": Subquery(versions.values("pk")[:1]), **officer_columns(on)}
    if kind in SENT_ON:
        named = Coalesce(NullIf("title", Value("")), "name", output_field=CharField())
        came = Attachment.objects.filter(case=case.pk, leg=None).order_by("pk")
        asked["files"] = ArraySubquery(came.values(said=named))
    found: dict[str, Any] = dict(Unit.objects.filter(pk=unit.pk).values(**asked).get())
    version, files = found.pop("version"), found.pop("files", [])
    wording = LetterTemplate.objects.get(pk=version) if version else None
    return Given(wording, contact_with(unit, **found), files)


def versions_of(kind: Letter) -> list[LetterTemplate]:
    """Return every version of a kind, the newest first."""
    return list(LetterTemplate.objects.filter(kind=kind).select_related("created_by").order_by("-version"))


def newest_body(kind: Letter) -> str:
    """Return the text that an editor begins with."""
    newest = LetterTemplate.objects.filter(kind=kind).order_by("-version").first()
    return newest.body if newest else default_body(kind)


def save_template(kind: Letter, *, by: Staff, body: str, on: date, valid_from: date | None = None) -> LetterTemplate:
    """Keep a new version of a letter's words, in force from a day on (today at the earliest).

    Raises Refused: not_permitted, not_editable, template_empty, template_long, variable_unknown, variable_missing,
    remedy_by_hand, date_past, nothing_changed, changed_meanwhile.
    """
    assert_editor(by)
    body, valid_from = checked_body(kind, body), valid_from or on
    if valid_from < on:
        raise Refused("date_past", f"启用日期{valid_from}早于今天{on}：已经出具的文书不会改变。")
    newest = LetterTemplate.objects.filter(kind=kind).order_by("-version").first()
    if body == (newest.body if newest else default_body(kind)):
        raise Refused("nothing_changed", "文字没有任何改动，不需要保存新的版本。")
    try:
        with transaction.atomic():
            version = newest.version + 1 if newest else 1
            saved = LetterTemplate.objects.create(
                kind=kind, version=version, body=body, valid_from=valid_from, created_by=by
            )
            note(TEMPLATE_SAVED, by=by, about=saved, letter=str(kind), version=version)
            return saved
    except IntegrityError:
        raise Refused("changed_meanwhile", "您编辑期间，别人保存了新的版本。请核对后再保存。") from None


def checked_body(kind: Letter, body: str) -> str:
    """Return the text in one form, or refuse it by what is wrong with it; see `save_template`."""
    body = body.replace("\r\n", "\n").strip()
    if not body:
        raise Refused("template_empty", "请填写文书的文字。")
    if len(body) > MOST_WORDS:
        raise Refused("template_long", f"文书模板最多{MOST_WORDS}字，现有{len(body)}字。")
    known = variables_of(kind)
    names, named = [variable.name for variable in known], names_in(body)
    unknown = [name for name in named if name not in names]
    stray = "" if unknown else re.sub(r"\{[^{}\n]{1,40}\}", "", body)
    if unknown or "{" in stray or "}" in stray:
        said = "、".join(unknown) or "没有成对的花括号"
        raise Refused("variable_unknown", f"不认识的变量：{said}。可以用的：{'、'.join(names)}。")
    missing = [variable.name for variable in known if variable.required and variable.name not in named]
    if missing:
        raise Refused("variable_missing", f"《{kind.label}》缺少必须写明的内容：{'、'.join(missing)}。", "第三十二条")
    if found := _REMEDY.search(body.replace("{救济途径}", "")):
        text = f"文字里写了“{found[0]}”：救济途径由程序按条例写明（变量“救济途径”），不能自己写。"
        raise Refused("remedy_by_hand", text, "第三十五条")
    return body
