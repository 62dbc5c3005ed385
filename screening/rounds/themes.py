"""Themed screenings: drawn up, their cost seen, then published; both doors call these."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import Order, Page, page_by
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.recording import Move, record_not_found, recording
from organizations.roles import Right
from organizations.today import today
from organizations.vocabulary import UnitKind
from screening.models import Theme
from screening.models.words import ThemeState
from screening.rounds import verbs
from screening.rounds.burden import Burden, assert_askable, assert_kinds, burden_of
from screening.wording import assert_of_a_dispute

BY_BEGIN = Order("from_day", descending=True, label="开始日期（新的在前）")


def _in_time(theme: Theme, _staff: Staff, on: date) -> Refused | None:
    """Codes: theme_over."""
    return Refused("theme_over", f"结束日期{theme.to_day}已经过了，不能再发布。") if theme.to_day < on else None


DRAW_UP = Move(verb=verbs.DRAWN_UP, right=Right.ARRANGE_SCREENING, to_state=ThemeState.DRAFT)
PUBLISH = Move(
    verb=verbs.PUBLISHED,
    right=Right.ARRANGE_SCREENING,
    from_states=frozenset({ThemeState.DRAFT.value}),
    to_state=ThemeState.PUBLISHED,
    opening=_in_time,
)


def draw_up_theme(
    *,
    by: Staff,
    title: str,
    kinds: Sequence[UnitKind],
    from_day: date,
    to_day: date,
    why: str,
    questions: Sequence[str] = (),
    on: date | None = None,
) -> Theme:
    """Draw up a themed screening of the district. Raises Refused: not_permitted, days_reversed, kinds_unfit, too_many_questions, known_already."""
    held = holdings(by, Right.ARRANGE_SCREENING)
    if not held:
        raise Refused("not_permitted", "您的角色不能安排专项排查。可在“权限一览”查看谁可以办理。")
    if to_day < from_day:
        raise Refused("days_reversed", f"结束日期{to_day}早于开始日期{from_day}。")
    assert_kinds(kinds)
    assert_askable(questions)
    assert_of_a_dispute(title, why)
    theme = Theme(
        unit=held[0][1].unit,
        title=title.strip(),
        kinds=[str(kind) for kind in kinds],
        questions=[question.strip() for question in questions],
        from_day=from_day,
        to_day=to_day,
        why=why.strip(),
    )
    with recording(DRAW_UP, theme, by=by, on=on) as made:
        made.facts = {"questions": len(theme.questions)}
    return theme


def publish_theme(theme: Theme, *, by: Staff, minutes: int, seen: int | None = None, on: date | None = None) -> Theme:
    """Publish a theme: ``minutes`` is the cost that was seen, and has to be the one of now. Raises Refused: theme_over, burden_unseen."""
    with recording(PUBLISH, theme, by=by, seen=seen, on=on) as made:
        found: Theme = made.record
        burden = burden_of_theme(found, made.on)
        if minutes != burden.total:
            raise Refused("burden_unseen", f"发布以前请看清基层用时：{burden.said}，并照写合计分钟数{burden.total}。")
        found.published_on, found.minutes = made.on, minutes
        made.facts = {"minutes": minutes, "from_day": found.from_day}
    return found


def burden_of_theme(theme: Theme, on: date) -> Burden:
    """Return what a theme costs all units that are asked."""
    district: Unit = theme.district or theme.unit
    return burden_of(district, [UnitKind(kind) for kind in theme.kinds], len(theme.questions), max(on, theme.from_day))


def themes(staff: Staff) -> QuerySet[Any]:
    """Return the themed screenings that a person may read."""
    return Theme.objects.readable_by(staff).select_related("unit", "district")


def page_of_themes(staff: Staff, *, after: str = "", before: str = "") -> Page:
    """Return a page of themed screenings, the latest first. Raises Refused: key_broken, one_direction."""
    return page_by(BY_BEGIN, themes(staff).annotate(place=F("from_day")), after=after, before=before)


def theme_of(staff: Staff, key: int) -> Theme:
    """Return a theme that a person may read. Raises Refused not_found."""
    found: Theme | None = themes(staff).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def today_burden(theme: Theme) -> str:
    """Return the cost of a theme in words: what was published, or what it is now."""
    if theme.published_on:
        return f"发布时合计约{theme.minutes}分钟"
    return burden_of_theme(theme, today()).said
