"""Forms of the organizations floor: text into types, nothing more."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm

from kit.day_field import DayField
from kit.plain_forms import PlainForm, PlainWords
from law.deadlines import PERIODS
from law.local_rules import MOST_SIMPLE_DAYS
from law.periods import Bearer
from organizations.journal.reading import verbs
from organizations.local_rules import DAY_FIELDS, LOCAL_FIELDS
from organizations.models import Grant, LimitVersion, Staff
from organizations.models.mandate import MandateKind
from organizations.passwords import RULE
from organizations.roles import OFFICERS, Role
from organizations.today import MOST_DAYS_AHEAD, today


class LoginForm(PlainWords, AuthenticationForm):
    """账号、密码; one message for every wrong pair, so that nobody learns which accounts exist."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages = {
            "invalid_login": "账号或者密码不对，请核对后重新输入。连续输错5次，将暂停登录15分钟。",
            "inactive": "账号或者密码不对，请核对后重新输入。",
        }
        self.fields["username"].widget.attrs.update({"maxlength": 40, "autocapitalize": "none"})


class OwnPasswordForm(PlainWords, PasswordChangeForm):
    """修改本人密码."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (
            ("old_password", "现在的密码"),
            ("new_password1", "新密码"),
            ("new_password2", "再输一次新密码"),
        ):
            self.fields[name].label = label
        self.error_messages = {**self.error_messages, "password_incorrect": "现在的密码不对，请重新输入。"}
        self.fields["new_password1"].help_text = RULE
        self.fields["old_password"].widget.attrs.pop("autofocus", None)


class MoveDateForm(PlainForm):
    """拨快日期."""

    days = forms.IntegerField(
        label="往后拨多少天",
        min_value=1,
        max_value=MOST_DAYS_AHEAD,
        initial=1,
        help_text=f"合计最多{MOST_DAYS_AHEAD}天；日期只能往后，不能拨回。",
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


STRICTER = [duty for duty, period in PERIODS.items() if period.days and period.bearer is Bearer.AGENCY]


class LimitsForm(PlainForm):
    """新的期限标准; a duty left empty stays as the Regulation has it."""

    name = forms.CharField(label="名称", max_length=20, help_text="如：某省2027")
    valid_from = DayField(label="施行日期", help_text="应在今天之后")
    basis = forms.CharField(label="依据", max_length=200, help_text="法规名称和条款")
    roll_agency = forms.BooleanField(label="机关的期限末日遇休息日顺延", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for duty in STRICTER:
            period = PERIODS[duty]
            self.fields[duty] = forms.IntegerField(
                label=f"{duty.label}（{period.days}{period.unit.label}）",
                min_value=1,
                required=False,
                help_text="不填即按条例",
            )
        for name in LOCAL_FIELDS:
            self.fields[name] = _local_field(name)

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `organizations.limits.add_limits`."""
        typed = self.cleaned_data
        days = {duty: typed[duty] for duty in STRICTER if typed[duty]}
        local = {name: typed[name] for name in LOCAL_FIELDS if typed[name] is not None}
        return {"days": days, **local, **{n: typed[n] for n in ("name", "valid_from", "basis", "roll_agency")}}


def _local_field(name: str) -> forms.Field:
    """Return the field of a local rule, named and filled as the model has it: switches are off."""
    column = LimitVersion._meta.get_field(name)
    label = str(getattr(column, "verbose_name", name))
    if name not in DAY_FIELDS:
        return forms.BooleanField(label=label, required=False, help_text="不启用即按条例")
    usual = int(getattr(column, "default", 0))
    return forms.IntegerField(
        label=label, min_value=1, max_value=MOST_SIMPLE_DAYS, required=False, help_text=f"不填即{usual}，数字未经核实"
    )


class JournalForm(PlainForm):
    """Which entries of the journal; ``kind`` and ``key`` come from the links of the page."""

    verb = forms.ChoiceField(label="事项", required=False)
    who = forms.CharField(label="谁（姓名或者账号）", max_length=40, required=False)
    since = DayField(label="起", required=False)
    until = DayField(label="止", required=False)
    kind = forms.CharField(label="对象", max_length=60, required=False)
    key = forms.IntegerField(label="对象编号", min_value=0, max_value=2**62, required=False)
    before = forms.IntegerField(min_value=1, max_value=2**62, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        verb: Any = self.fields["verb"]
        verb.choices = [("", "全部"), *((each.code, each.label) for each in verbs().values())]


class MandateForm(PlainForm):
    """Who acts for me, from when to when, and why."""

    kind = forms.ChoiceField(label="种类")
    hand = forms.ModelChoiceField(Staff.objects.none(), label="由谁办理", empty_label="请选择")
    from_day = DayField(label="起")
    to_day = DayField(label="止")
    reason = forms.CharField(label="事由", max_length=100, help_text="例如：年休假、外出培训")

    def __init__(self, staff: Staff, data: Any = None) -> None:
        super().__init__(data, auto_id="id_mandate_%s")
        kinds = [MandateKind.STAND_IN, *([MandateKind.LIAISON] if Role.LEADER in staff.roles else [])]
        kind: Any = self.fields["kind"]
        kind.choices = [(str(each.value), each.label) for each in kinds]
        hand: Any = self.fields["hand"]
        # Officers are never another's hand: `give_mandate` would refuse them.
        officers = Grant.objects.in_force(today()).filter(role__in=OFFICERS).values("staff")
        colleagues = Staff.objects.filter(unit=staff.unit_id, is_active=True)
        hand.queryset = colleagues.exclude(pk=staff.pk).exclude(pk__in=officers).order_by("name", "pk")

    def clean_kind(self) -> MandateKind:
        """Return the kind as its word."""
        return MandateKind(self.cleaned_data["kind"])
