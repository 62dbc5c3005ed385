"""What a recount moved is told to whoever has to keep the date: one notice a leg, with old and new day and the reason."""

from datetime import date

from cases.models import Event
from cases.record.audiences import handler_or_head
from cases.record.notices import tell
from kit.days import day_words
from law.vocabulary import Act, Duty
from organizations.calendar_days import change_words

_MOST_NAMED = 2
_MOST_LETTERS = 200


def tell_moved_dates(first: Event) -> int:
    """Tell of all clocks of a leg that one recount moved; ``first``: its first event. Returns how many people were told."""
    moved = first.case.events.filter(
        leg=first.leg, act=Act.RECOUNT, sequence__gte=first.sequence, facts__change=first.facts["change"]
    )
    clocks = [_clock_words(event) for event in moved.order_by("sequence")]
    named, more = "，".join(clocks[:_MOST_NAMED]), f"等{len(clocks)}个期限" if len(clocks) > _MOST_NAMED else ""
    text = f"{first.case.number}：{named}{more}（{change_words(first.facts['change'])}）"
    return tell(first, handler_or_head(first), text[:_MOST_LETTERS])


def _clock_words(event: Event) -> str:
    former, new = (date.fromisoformat(event.facts[name]) for name in ("former_due_on", "new_due_on"))
    return f"{Duty(event.facts['duty']).label}由{day_words(former)}改为{day_words(new)}"
