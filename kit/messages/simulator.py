"""A gateway that fails in all known ways, for demonstrations and tests: what it does depends on the last two digits."""

from celery import current_app

from kit.messages.adapters import Adapter, Answer, Parcel
from kit.messages.words import Result, Why

REPORT_AFTER_SECONDS = 5
# What it answers, whether the parcel arrives, and what it reports later (None: nothing).
_WAYS: dict[str, tuple[Answer, bool, bool | None]] = {
    "01": (Answer(Result.REFUSED, Why.ADDRESS), False, None),
    "02": (Answer(Result.REFUSED, Why.BLOCKED), False, None),
    "03": (Answer(Result.NOT_SENT, Why.UNREACHABLE, pause=True), False, None),
    "04": (Answer(Result.UNKNOWN, Why.TIMEOUT), True, None),
    "05": (Answer(Result.NOT_SENT, Why.THROTTLED, pause=True), False, None),
    "06": (Answer(Result.ACCEPTED), True, True),
    "07": (Answer(Result.ACCEPTED), False, False),
    "08": (Answer(Result.UNKNOWN, Why.TIMEOUT), True, True),
    "09": (Answer(Result.UNKNOWN, Why.TIMEOUT), False, None),
    "10": (Answer(Result.DELIVERED), True, None),
}
BREAKS_OFF = "11"


class Simulator(Adapter):
    """Takes what comes, but: 01 wrong number, 02 blocked, 03 away before sending, 04 silent after sending, 05 throttled,
    06 reports delivery later, 07 reports failure later, 08 silent and reports delivery later, 09 silent, nothing sent,
    10 delivers at once, 11 falls over in the middle.
    """

    def send(self, parcel: Parcel) -> Answer:
        """Do with a parcel what its address asks for. Raises RuntimeError for 11."""
        ending = parcel.address[-2:]
        if ending == BREAKS_OFF:
            self.arrive(parcel)
            raise RuntimeError("the gateway fell over")
        answer, arrives, reported = _WAYS.get(ending, (Answer(Result.ACCEPTED), True, None))
        if arrives:
            self.arrive(parcel)
        if reported is not None:
            self.report(parcel.reference, delivered=reported)
        return answer

    def arrive(self, parcel: Parcel) -> None:
        """Let a parcel reach its recipient: nobody is there; tests look."""

    def report(self, reference: str, *, delivered: bool) -> None:
        """Report on an attempt later, as gateways do: to what stands behind the address for reports."""
        current_app.send_task(
            "organizations.tasks.take_report_task", [reference, delivered], countdown=REPORT_AFTER_SECONDS, retry=False
        )
