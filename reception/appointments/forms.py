"""Forms of appointments; nothing that a person decides is chosen beforehand."""

from typing import Any

from django import forms

from cases.forms.base import day, line, words
from cases.forms.time_and_hearing import staff_field
from cases.models import Demand
from cases.record_steps import RecordForm
from kit.days import day_words
from law.words import Word
from organizations.models import Staff, Unit
from reception.appointments.slots import open_slots
from reception.models import Appointment, Seat, Undertaking
from reception.models.day_words import AppointmentKind, SeatRole, VisitorRating

_ASKED = [("", "请选择")]
_WORDS: dict[str, type[Word]] = {"kind": AppointmentKind, "role": SeatRole, "level": SeatRole, "rating": VisitorRating}


def word_field(label: str, words: type[Word], *, help_text: str = "") -> forms.ChoiceField:
    """A word of the house; none is chosen beforehand."""
    return forms.ChoiceField(label=label, choices=[*_ASKED, *words.choices()], help_text=help_text)


def chosen(label: str) -> forms.TypedChoiceField:
    """One of some rows, by its key; the form fills them in."""
    return forms.TypedChoiceField(label=label, coerce=int)


def people_field() -> forms.IntegerField:
    """How many people."""
    return forms.IntegerField(label="人次", min_value=1, max_value=999, help_text="五人以上的，选代表，不超过五人。")


def person_field(label: str, *, required: bool = True) -> "forms.ModelChoiceField[Staff]":
    """Somebody with an account."""
    field = staff_field(label)
    field.required = required
    return field


class _WordsForm(RecordForm):
    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        given = super().arguments()
        return {name: _WORDS[name](value) if name in _WORDS else value for name, value in given.items()}


def offer_slots(form: RecordForm, unit: Unit) -> None:
    """Offer the free places of a unit's published days, by their day, time and receiver."""
    choices = [
        (slot.pk, f"{day_words(slot.day.on)} {slot.at:%H:%M} {slot.day.title}{slot.day.name}（{slot.day.venue}）")
        for slot in open_slots(unit.pk, form.today)[:200]
    ]
    form.fields["slot"].choices = [*_ASKED, *choices]  # type: ignore[attr-defined]


def _offer_people(form: RecordForm, name: str) -> None:
    people = Staff.objects.filter(is_active=True, unit__district_id=form.by.unit.district_id)
    form.fields[name].queryset = people.select_related("unit").order_by("unit", "name")  # type: ignore[attr-defined]


class BookForm(_WordsForm):
    """约访."""

    hint = "只能约已经公布的接访日。约好以后写接访要情；接访取消的，系统优先另行安排并告知。"
    slot = chosen("时段")
    kind = word_field("怎样约的", AppointmentKind)
    people = people_field()

    def __init__(self, *args: Any, desk: Unit, **kwargs: Any) -> None:
        self.desk = desk
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Offer the free places of the desk."""
        offer_slots(self, self.desk)


class OfAppointmentForm(_WordsForm):
    """A form on an appointment, which it knows."""

    def __init__(self, *args: Any, row: Appointment, **kwargs: Any) -> None:
        self.row = row
        super().__init__(*args, **kwargs)


def its_row(row: Appointment) -> dict[str, Any]:
    """Return what a form on an appointment wants to know besides."""
    return {"row": row}


class MoveForm(OfAppointmentForm):
    """改约."""

    hint = "先与信访人商量好，再改约。"
    slot = chosen("时段")

    def prepare(self) -> None:
        """Offer the free places of the same desk."""
        offer_slots(self, self.row.unit)


class PlainStepForm(RecordForm):
    """A step without anything to type."""


class WithdrawForm(RecordForm):
    """取消约访."""

    hint = "信访人要求取消的才取消；约的时段马上可以给别人。"
    danger = True


class BriefForm(RecordForm):
    """写接访要情."""

    hint = "信访件的基本情况已经在要情上，这里只写还要领导知道的；不写对人的评价。"
    briefing = words("焦点、依据、建议", rows=8, most=3000)


class SeatForm(_WordsForm):
    """安排席位."""

    hint = "被反映的人不列席。律师、调解员没有账号的填姓名；需要看材料的，另给有期限的临时查阅。"
    role = word_field("席位", SeatRole)
    person = person_field("账号", required=False)
    name = line("姓名", required=False, most=40)
    body = line("单位", required=False, most=100)

    def prepare(self) -> None:
        """Offer the people of the district."""
        _offer_people(self, "person")


class OfSeatForm(OfAppointmentForm):
    """Which of the seats."""

    seat_id = chosen("席位")

    def prepare(self) -> None:
        """Offer the seats whose people have not come."""
        rows = Seat.objects.readable_by(self.by).filter(appointment=self.row, arrived_at=None)
        choices = [(each.pk, f"{SeatRole(each.role).label}：{each.name}") for each in rows]
        self.fields["seat_id"].choices = [*_ASKED, *choices]  # type: ignore[attr-defined]


class AssignForm(OfAppointmentForm):
    """明确落实人."""

    demand = chosen("诉求")
    level = word_field("层级", SeatRole)
    what = words("做什么", rows=2, most=500)
    person = person_field("落实人")
    due_on = day("时限", required=True)

    def prepare(self) -> None:
        """Offer the demands of the case and the people of the district."""
        rows = Demand.objects.readable_by(self.by).filter(case=self.row.case_id).order_by("number")
        choices = [(each.number, f"{each.number}. {each.text[:40]}") for each in rows]
        self.fields["demand"].choices = [*_ASKED, *choices]  # type: ignore[attr-defined]
        _offer_people(self, "person")


class PromiseForm(RecordForm):
    """登记接访承诺."""

    hint = "接访人当面承诺的，印在信访人的回执上；承诺人自己不能确认兑现。"
    text = words("承诺做什么", rows=3, most=1000)
    due_on = day("哪天以前完成", required=True)


class AnswerForm(RecordForm):
    """当场答复."""

    reply = words("怎样答复的", rows=5, most=3000)
    people = people_field()


class TrackForm(RecordForm):
    """转跟踪办理."""

    hint = "每一项诉求都已明确落实人和时限的，才能转跟踪办理。"
    reply = words("研究情况", rows=5, most=3000)
    people = people_field()


class ReportForm(OfAppointmentForm):
    """报告落实情况."""

    undertaking = chosen("事项")
    note = words("落实情况", rows=4, most=2000)

    def prepare(self) -> None:
        """Offer what this person was named to do."""
        rows = Undertaking.objects.readable_by(self.by).filter(appointment=self.row, person=self.by, done_on=None)
        choices = [(each.pk, each.what[:60]) for each in rows]
        self.fields["undertaking"].choices = [*_ASKED, *choices]  # type: ignore[attr-defined]


class RateForm(_WordsForm):
    """登记来访人评价."""

    hint = "由来访人自己评，接访领导、在座人员不经手。"
    rating = word_field("来访人的评价", VisitorRating)


class ProfileForm(RecordForm):
    """拟写接访人员介绍."""

    hint = "本人登录同意以后才公开，随时可以不再公开。不写电话、住址。"
    person = person_field("接访人")
    title = line("职务", most=60)
    charge = line("分管、熟悉的工作", most=300)
    languages = line("会说的方言、语言", required=False, most=60)

    def prepare(self) -> None:
        """Offer the people of the district."""
        _offer_people(self, "person")
