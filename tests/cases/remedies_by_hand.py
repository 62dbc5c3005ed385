"""Remedies put right by hand: asked late, refused before, reviewed after a hearing, published."""

from datetime import date, timedelta

from cases.clocks import start_clock
from cases.models import Document, HandOff, Hearing, Leg, Publication, Remedy
from cases.places.deciders import current_remedy
from law.remedies import COURSES, RemedyKind
from law.vocabulary import Act, Movement, State
from organizations.models import Staff
from tests.cast import Cast


def asked_late(leg: Leg) -> None:
    """The window of the open request lapsed a day before it was made."""
    remedy = current_remedy(Leg.objects.get(pk=leg.pk))
    assert remedy is not None
    lapsed = remedy.requested_on - timedelta(days=1)
    leg.clocks.filter(duty=COURSES[RemedyKind(remedy.kind)].window).update(due_on=lapsed)
    Remedy.objects.filter(pk=remedy.pk).update(late=True, late_reason="住院", admitted_on=None)


def refused_before(leg: Leg, cast: Cast, on: date) -> None:
    """A request against the opinion that stands was not taken up today."""
    review = leg.state == State.REEXAM_DECIDED
    course = COURSES[RemedyKind.REVIEW if review else RemedyKind.REEXAMINATION]
    opinion = leg.documents.filter(kind=course.against).last() or leg.documents.filter(kind="handling_opinion").last()
    assert opinion is not None
    common = {"case": leg.case, "leg": leg}
    refusal = Document.objects.create(
        **common,
        unit=cast.gov,
        kind="reexam_reject_notice",
        number="9",
        content="x",
        issued_on=on,
        issued_by=cast.router,
    )
    days = {"requested_on": on, "received_on": on, "refused_on": on}
    Remedy.objects.create(
        **common, **days, kind=course.kind, unit=cast.gov, against=opinion, request="不服", document=refusal
    )
    HandOff.objects.create(**common, movement=Movement.REMEDY, to_unit=cast.gov, sent_on=on, received_on=on)
    clock = start_clock(course.duty, leg.case, leg=leg, unit=cast.gov, starts_on=on)
    leg.clocks.filter(pk=clock.pk).update(ended_on=on, ended_by=Act.REFUSE_REMEDY)


def reviewed_after_hearing(leg: Leg, who: Staff, on: date) -> Remedy:
    """The leg was reviewed, after a hearing; whatever it was before."""
    review = leg.remedies.filter(kind=RemedyKind.REVIEW).last()
    if review is None:
        days = {"requested_on": on, "received_on": on, "decided_on": on}
        against = leg.documents.last()
        assert against is not None
        common = {"case": leg.case, "leg": leg, "unit": leg.unit, "against": against, "document": against}
        review = Remedy.objects.create(**common, **days, kind=RemedyKind.REVIEW, request="不服", decision="uphold")
    days = {"planned_on": on, "called_on": on, "held_from": on, "held_to": on}
    Hearing.objects.create(leg=leg, matter="m", place="p", chair=who, participants="x", called_by=who, **days)
    return review


def published(review: Remedy, who: Staff, on: date) -> Publication:
    """What the review decided is published today."""
    days = {"shown_from": on, "shown_to": on + timedelta(days=400), "published_on": on}
    return Publication.objects.create(
        leg=review.leg, remedy=review, text="维持。", place="公开栏", published_by=who, **days
    )
