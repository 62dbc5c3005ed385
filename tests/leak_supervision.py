"""What the supervision room holds of the cases of the leak scene, written past the acts, so that every wall is tried."""

from datetime import timedelta

from cases.models import Case
from supervision.models import (
    AgendaCase,
    CongressReport,
    Difficulty,
    Invitation,
    Meeting,
    MeetingKind,
    MeetingState,
    Minutes,
    ReportedTo,
    ReportState,
    Submission,
    SubmissionState,
    SubmittedCase,
    Task,
    TaskSource,
    TaskState,
)
from tests.cast import START, Cast


def supervised(case: Case, words: list[str], cast: Cast) -> None:
    """A submission to the leader and a task of the unit that has the case, both with all words of it."""
    said, leg = "，".join(words), case.legs.order_by("pk").last()
    place = {"district": case.district, "unit": case.unit}
    submission = Submission.objects.create(
        **place,
        state=SubmissionState.SUBMITTED,
        leader=cast.leader,
        digest=said,
        submitted_by=cast.router,
        submitted_on=START,
    )
    SubmittedCase.objects.create(submission=submission, case=case)
    Task.objects.create(
        district=case.district,
        unit=leg.unit if leg else case.unit,
        state=TaskState.GIVEN,
        source=TaskSource.INSTRUCTION,
        source_key=submission.pk,
        case=case,
        what=said,
        due_on=START + timedelta(days=30),
        given_by=cast.coordinator,
        given_on=START,
    )


def meeting_on(cases: list[tuple[Case, list[str]]], cast: Cast) -> None:
    """A meeting of the bureau with all of these cases on its agenda, its minutes with all words, and a report to congress."""
    place = {"district": cast.area, "unit": cast.bureau}
    meeting = Meeting.objects.create(
        **place,
        state=MeetingState.MINUTED,
        kind=MeetingKind.JOINT_CONFERENCE,
        title="第一季度联席会议",
        on=START,
        at="9:00",
        venue="三楼会议室",
        chair="卫区长",
        called_by=cast.coordinator,
    )
    Invitation.objects.bulk_create(
        Invitation(meeting=meeting, staff=each, told_on=START, attended=True)
        for each in (cast.leader, cast.housing_head, cast.town_head)
    )
    AgendaCase.objects.bulk_create(
        AgendaCase(meeting=meeting, case=case, why=Difficulty.CHOSEN, decision="，".join(words))
        for case, words in cases
    )
    said = "，".join(word for _, words in cases for word in words)
    Minutes.objects.create(
        **place, state="issued", meeting=meeting, summary=said, issued_by=cast.coordinator, issued_on=START
    )
    CongressReport.objects.create(
        **place,
        state=ReportState.REPORTED,
        to=ReportedTo.CONGRESS,
        title="上半年信访工作报告",
        content="总的情况",
        reported_on=START,
        reported_by=cast.coordinator,
    )
