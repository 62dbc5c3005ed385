"""The hall 接待大厅: windows, numbers that wait to be called, and append-only periods of waiting and serving."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff, Unit
from organizations.models.record import Record
from reception.models.at_the_desk import OfADesk


class WindowKind(Word):
    """窗口种类."""

    RECEPTION = "reception", "信访接待"
    ADVICE = "advice", "咨询引导"
    DEPARTMENT = "department", "部门接待"
    LEGAL = "legal", "法律服务"
    MEDIATION = "mediation", "调解"

    @property
    def letter(self) -> str:
        """Return the letter that its numbers begin with."""
        return "ABCDE"[list(WindowKind).index(self)]


class WindowState(Word):
    """窗口的状态."""

    CLOSED = "closed", "未开"
    OPEN = "open", "已开"


class TicketState(Word):
    """排队号的状态; what a period is of is one of the first four."""

    WAITING = "waiting", "等候"
    CALLED = "called", "已呼叫"
    SERVING = "serving", "接待中"
    ON_HOLD = "on_hold", "暂缓"
    DONE = "done", "已办完"
    LEFT = "left", "已离开"


AT_A_WINDOW = (TicketState.CALLED, TicketState.SERVING)


class HallWindow(Record):
    """One window: its kind, and who sits there while it is open."""

    name = models.CharField("窗口", max_length=30)
    kind = WordField("种类", max_length=15, choices=WindowKind.choices())
    clerk = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = OfADesk.as_manager()

    class Meta:
        verbose_name = "窗口"
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="hall_window_once")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:window", args=[self.pk])


class Ticket(Record):
    """One number of a day: of what kind, for how many people, since when it is as it is. It bears no name.

    ``expected``: the minutes of waiting that were told with it, None where nothing was. ``clerk`` is who called it.
    ``used``: it has become a visit or a consultation; whoever may not read that learns no more.
    """

    number = models.CharField("排队号", max_length=10)
    kind = WordField("窗口种类", max_length=15, choices=WindowKind.choices())
    people = models.PositiveSmallIntegerField("人数")
    first = models.BooleanField("优先", default=False)
    taken_on = models.DateField("取号日期")
    taken_at = models.DateTimeField("取号时间")
    since = models.DateTimeField("此状态自")
    used = models.BooleanField("已登记", default=False)
    expected = models.PositiveSmallIntegerField("告知的预计等候分钟", null=True)
    window = models.ForeignKey(HallWindow, on_delete=models.PROTECT, null=True, related_name="tickets", db_index=False)
    clerk = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = OfADesk.as_manager()

    class Meta:
        verbose_name = "排队号"
        indexes = [
            models.Index(
                fields=["unit", "kind", "-first", "taken_at", "id"],
                condition=Q(state=TicketState.WAITING.value),
                name="ticket_waiting",
            ),
            models.Index(fields=["unit", "-taken_on", "-id"], name="ticket_taken"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["unit", "taken_on", "number"], name="ticket_number_once"),
            # Two windows never have one number, one window never two.
            models.UniqueConstraint(
                fields=["window"],
                condition=Q(state__in=[state.value for state in AT_A_WINDOW]),
                name="ticket_one_at_a_window",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:ticket", args=[self.pk])


class TicketPeriod(models.Model):
    """From when to when a number was in a state; written once when that is over, and never changed."""

    ticket = models.ForeignKey(Ticket, on_delete=models.PROTECT, related_name="periods")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = WordField("窗口种类", max_length=15, choices=WindowKind.choices())
    what = WordField("状态", max_length=10, choices=TicketState.choices())
    window = models.ForeignKey(HallWindow, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    began_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束")

    objects = OfADesk.as_manager()

    class Meta:
        verbose_name = "排队时段"
        indexes = [models.Index(fields=["unit", "kind", "what", "-ended_at"], name="ticket_period_ended")]
        constraints = [
            models.CheckConstraint(condition=Q(ended_at__gte=F("began_at")), name="ticket_period_goes_forward")
        ]
