"""Forms of visits: registering one, and its steps."""

from typing import Any, cast

from django import forms

from cases.forms.base import day, words
from cases.forms.intake import IntakeForm
from cases.forms.upload import FilesField
from cases.record_steps import RecordForm, Step
from kit.day_field import DayField
from law.ratings import Score
from law.vocabulary import Channel
from reception.calls.forms import who_field
from reception.hall.reading import tickets_of_today
from reception.intake.forms import ChannelPageForm
from reception.models import AnswerWay, Ticket
from reception.people import offer_registrars
from reception.visits import actions, moves
from reception.visits.receiving import VisitInput
from reception.visits.visitors import list_visitors

_OF_THE_VISIT = ("talk", "answer", "owner", "due_on", "people", "ticket")
_PAGE = "page_"
_LIST_HELP = "每行一人；登记以后只有登记人和承办人看得到。"


def _visit(typed: dict[str, Any], prefix: str = "") -> VisitInput:
    given = {name: typed.get(f"{prefix}{name}") for name in _OF_THE_VISIT}
    return VisitInput(**{name: value for name, value in given.items() if value})


class VisitPageForm(ChannelPageForm):
    """登记来访. Nothing that a person decides is chosen beforehand."""

    of = Channel.VISIT
    page_ticket = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    page_consultation = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    page_talk = words("接谈要点", required=False, rows=3, most=5000)
    page_answer = words("当场答复", required=False, rows=3, most=5000)
    page_owner = who_field("由谁答复")
    page_due_on = DayField(label="哪天以前答复", required=False)
    page_people = words("同来人员名单", required=False, rows=3, most=100_000)

    @property
    def folds(self) -> dict[str, bool]:
        """At the window each demand is asked for at once (Art. 22): their part stands open."""
        return {**super().folds, "opens_demands": True}

    def prepare(self) -> None:
        """Offer the people of the desk."""
        super().prepare()
        self.fields["page_owner"].required = False
        offer_registrars(self, self.by, "page_owner")

    @property
    def visit(self) -> VisitInput:
        """Return what was typed of the visit; the page finds the number that a ticket is."""
        return _visit({**self.cleaned_data, f"{_PAGE}ticket": None}, _PAGE)


class VisitForm(IntakeForm):
    """登记来访: what a registration takes, with its reception."""

    talk = words("接谈要点", required=False, most=5000)
    answer = words("当场答复", required=False, most=5000)
    owner = who_field("由谁答复")
    due_on = day("哪天以前答复")
    people = words("同来人员名单", required=False, most=100_000, help_text=_LIST_HELP)
    ticket = forms.ModelChoiceField(Ticket.objects.none(), label="排队号", required=False)

    def prepare(self) -> None:
        """Offer the people of the desk; the channel is that of the door."""
        super().prepare()
        for name in ("channel", "owner"):
            self.fields[name].required = False
        offer_registrars(self, self.by, "owner")
        cast(Any, self.fields["ticket"]).queryset = tickets_of_today(self.by, self.today)

    def clean_channel(self) -> Channel:
        """Return the visit, whatever was sent."""
        return Channel.VISIT

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `register_visit`."""
        typed = super().arguments()
        visit = _visit(typed)
        return {**{name: value for name, value in typed.items() if name not in _OF_THE_VISIT}, "visit": visit}


class ReceiveForm(RecordForm):
    """登记接待."""

    hint = "能当场答复的写在这里；不能的写由谁、哪天以前答复，都不写的由您按参数的天数答复。"
    talk = words("接谈要点", required=False, rows=3, most=5000)
    answer = words("当场答复", required=False, rows=3, most=5000)
    owner = who_field("由谁答复")
    due_on = day("哪天以前答复")
    people = words("同来人员名单", required=False, rows=3, most=100_000, help_text=_LIST_HELP)

    def prepare(self) -> None:
        """Offer the people of the desk."""
        self.fields["owner"].required = False
        offer_registrars(self, self.by, "owner")


class TalkForm(RecordForm):
    """登记接谈."""

    hint = "多人来访的，由推选的代表接谈，代表不超过5人（条例第二十条）。登记后打印《来访接谈记录》，宣读无误后签名。"
    talk = words("接谈要点", rows=5, most=5000, help_text="说明了什么、引导到哪里、约定了什么。")
    representatives = forms.IntegerField(label="代表人数", required=False, min_value=0, max_value=1000)


class AnswerForm(RecordForm):
    """答复来访."""

    hint = "答复来访人不代替受理告知书和处理意见书。当场书面、书面答复的，同时出《来访答复告知单》。"
    answer = words("答复内容", rows=5, most=5000)
    way = forms.ChoiceField(label="答复方式", choices=[("", "请选择"), *AnswerWay.choices()])


class HandOverForm(RecordForm):
    """转由他人答复."""

    owner = who_field("由谁答复")
    due_on = day("哪天以前答复", required=True)

    def prepare(self) -> None:
        """Offer the people of the desk."""
        offer_registrars(self, self.by, "owner")


class PutOffForm(RecordForm):
    """改期答复."""

    hint = "先同来访人说好；原来的日期留在办理记录里。"
    due_on = day("哪天以前答复", required=True)


class MissForm(RecordForm):
    """联系不上."""

    hint = "记一次联系不上；答复仍然要作出。"


class ListForm(RecordForm):
    """登记来访人员名单."""

    hint = _LIST_HELP
    people = words("名单", required=False, rows=10, most=100_000, help_text="可以从表格里复制，粘贴在这里。")
    uploads = FilesField(label="名单的照片、扫描件")


class RateForm(RecordForm):
    """请来访人评价."""

    hint = "请来访人自己选，接待人、答复人不在旁边。不作评价的直接关闭。"
    score = forms.ChoiceField(label="您对这次接待", choices=Score.choices(), widget=forms.RadioSelect)


STEPS: dict[str, Step] = {
    "answer": Step("答复来访", AnswerForm, actions.answer_visit, moves.ANSWER, "已登记答复。"),
    "talk": Step("登记接谈", TalkForm, actions.record_talk, moves.TALK, "已登记接谈，接谈记录可以打印。"),
    "hand-over": Step("转由他人答复", HandOverForm, actions.hand_visit_over, moves.HAND_OVER, "已转由他人答复。"),
    "put-off": Step("改期答复", PutOffForm, actions.put_visit_off, moves.PUT_OFF_STEP, "已改期，原来的日期留有记录。"),
    "miss": Step("联系不上", MissForm, actions.miss_visitor, moves.MISS, "已记联系不上。"),
    "people": Step(
        "登记人员名单",
        ListForm,
        list_visitors,
        moves.ADD_LIST,
        "名单已登记。",
        hides=("not_registrar", "listed_already"),
    ),
    "rate": Step(
        "请来访人评价",
        RateForm,
        actions.rate_visit,
        moves.RATE,
        "谢谢您的评价。",
        hides=("own_rating", "rated_already"),
    ),
}
