"""Forms of promises: made, kept, moved, withdrawn, visited."""

from collections.abc import Iterable
from typing import Any

from django import forms

from cases.forms.base import ActForm, day, words
from cases.forms.upload import FilesField
from cases.models import Promise
from cases.openings.promises import open_promises, to_visit
from kit.masking import mask_name
from law.promises import Evidence, Occasion, TellWay, VisitResult
from law.vocabulary import Act
from organizations.authority import stands_at
from organizations.models import Grant, Staff
from organizations.roles import roles_with

_ASKED = [("", "请选择")]
_OF_STAFF = [(each.value, each.label) for each in Evidence if each is not Evidence.PORTAL]
_WORDS: dict[str, Any] = {"occasion": Occasion, "told_way": TellWay, "evidence": Evidence, "visit_result": VisitResult}


def told_way() -> forms.ChoiceField:
    """How the petitioner was told."""
    return forms.ChoiceField(label="怎样告知信访人", choices=[*_ASKED, *TellWay.choices()])


class _WordsForm(ActForm):
    """Codes become their words."""

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        given = super().arguments()
        return {name: _WORDS[name](value) if name in _WORDS else value for name, value in given.items()}


class PromiseForm(_WordsForm):
    """作出承诺."""

    promiser = forms.ModelChoiceField(
        Staff.objects.none(), label="承诺人", required=False, help_text="不选即由您本人承诺；接待领导作出的，选领导。"
    )
    text = words("承诺做什么", rows=3, most=1000, help_text="写具体的事，信访人能看得出做了没有。")
    due_on = day("哪天以前完成", required=True)
    occasion = forms.ChoiceField(label="在什么场合作出", choices=[*_ASKED, *Occasion.choices()])
    told_to = forms.TypedChoiceField(label="告知了谁", coerce=int, required=False, empty_value=None)
    told_way = told_way()
    hint = "印在信访人的回执上。承诺人自己不能确认兑现；以息访、不再上访为条件的不是承诺。"

    def prepare(self) -> None:
        """Offer who may promise where this person stands or above, and the people of the case by their masked names."""
        self.fields["promiser"].queryset = _who_may_promise(self)  # type: ignore[attr-defined]
        people = [(each.pk, mask_name(each.name) or "未署名") for each in self.case.parties.all()] if self.case else []
        self.fields["told_to"].choices = [("", "信访人（来访的各位）"), *people]  # type: ignore[attr-defined]


class _OfPromiseForm(_WordsForm):
    """Which of the promises: by its id."""

    promise = forms.TypedChoiceField(label="承诺", coerce=int)

    def among(self) -> Iterable[Promise]:
        """Return the promises to choose from."""
        return open_promises(self.case) if self.case else []

    def prepare(self) -> None:
        """Offer the promises; nothing to choose where there is only one."""
        lines = [(each.pk, f"{each.promiser.name}：{each.text[:60]}（{each.due_on}以前）") for each in self.among()]
        self.fields["promise"].choices = lines  # type: ignore[attr-defined]
        if len(lines) == 1 and not self.is_bound:
            self.initial["promise"] = lines[0][0]


class KeepPromiseForm(_OfPromiseForm):
    """确认兑现承诺."""

    evidence = forms.ChoiceField(label="凭什么确认", choices=[*_ASKED, *_OF_STAFF])
    kept_on = day("兑现日期", help_text="不填即今天。")
    note = words("信访人的话、材料名称", required=False, rows=2, most=500, help_text="照原话记。")
    proofs = FilesField(label="证明材料", help_text="有书面材料证明的必附。")
    hint = "承诺人自己不能确认。信访人说没有兑现的，不要登记。"


class ChangePromiseDateForm(_OfPromiseForm):
    """承诺改期."""

    new_due_on = day("改到哪天以前完成", required=True)
    reason = words("改期理由", rows=3, most=1000, help_text="照告知信访人的话写。")
    told_way = told_way()
    hint = "先告知信访人，再登记。最初承诺的日期保留，统计时按最初的日期计算。"


class WithdrawPromiseForm(_OfPromiseForm):
    """撤回承诺."""

    reason = words("撤回理由", rows=3, most=1000, help_text="照告知信访人的话写。")
    told_way = told_way()
    danger = True
    hint = "由承诺人、登记人以外的负责人办理。撤回的不算兑现，信访人的回执上写明。"


class RecordPromiseVisitForm(_OfPromiseForm):
    """登记承诺回访."""

    visit_result = forms.ChoiceField(label="回访结果", choices=[*_ASKED, *VisitResult.choices()])
    visited_on = day("回访日期", help_text="不填即今天。")
    note = words("回访情况", rows=3, most=1000, help_text="看到的、信访人说的；不写对人的评价。")
    hint = "回访先与信访人约好，由承诺单位以外的人员进行。"

    def among(self) -> Iterable[Promise]:
        """Return the kept promises that were drawn."""
        return to_visit(self.case) if self.case else []


def _who_may_promise(form: ActForm) -> Any:
    """Return the people who may promise at the units of this person, or above them."""
    places = {key for unit in stands_at(form.by) for key in unit.line}
    able = Grant.objects.in_force(form.today).filter(role__in=roles_with(Act.PROMISE), unit__in=places)
    people = Staff.objects.filter(is_active=True, grants__in=able).select_related("unit")
    return people.distinct().order_by("unit", "pk")
