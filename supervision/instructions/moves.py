"""The steps of what is submitted to a leader: submitted, instructed here or on paper, noted, taken back."""

from datetime import date

from kit.letters import RecordPaper, Variable
from kit.verbs import Fact, Verb
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import Move
from organizations.roles import Right
from supervision.models.instructions import Submission
from supervision.tasks.second_person import did_before
from supervision.words.instructions import SubmissionState

SUBMITTED = Verb("supervision.submitted", "呈阅领导", {"cases": Fact("信访件数")})
INSTRUCTED = Verb("supervision.instructed", "作出批示", {"noted": Fact("圈阅", bool)})
RETURNED = Verb(
    "supervision.paper_returned", "登记批示批回", {"instructed_on": Fact("批示日期", date), "noted": Fact("圈阅", bool)}
)
TAKEN_BACK = Verb("supervision.submission_withdrawn", "撤回呈阅")
SHEET = RecordPaper(
    code="supervision.submission_sheet",
    title="呈阅单",
    word="呈",
    template="supervision/instructions/sheet.txt",
    variables=(
        Variable("呈阅领导", "王区长", lambda words: str(words["leader"]), required=True),
        Variable("信访件", "（2026）澄信访1号：小区漏水", lambda words: str(words["cases"]), required=True),
        Variable("要点", "反映小区屋面漏水三年没有修。", lambda words: str(words["record"].digest), required=True),
        Variable(
            "拟办建议",
            "拟请住建局一个月内修好。",
            lambda words: f"拟办建议：{words['record'].asks}" if words["record"].asks else "",
        ),
        Variable("呈阅人", "周科长", lambda words: str(words["record"].submitted_by.name)),
    ),
    article="第三十八条",
)


def _to_him(submission: Submission, staff: Staff, _on: date) -> Refused | None:
    """Only the leader to whom it went instructs, himself or by his liaison. Code: not_yours."""
    if submission.leader_id == staff.pk:
        return None
    return Refused("not_yours", "这一件呈阅的是另一位领导，由其本人或者其联络员录入批示。")


def _another(submission: Submission, staff: Staff, _on: date) -> Refused | None:
    """What came back on paper is recorded by another than who submitted it. Code: same_person."""
    if did_before(submission, staff, SUBMITTED):
        return Refused("same_person", "呈阅件的批回由呈阅人以外的人登记。", "第二十二条")
    return None


def _who_submitted(submission: Submission) -> list[Staff]:
    return [submission.submitted_by]


_WAITING = frozenset({SubmissionState.SUBMITTED.value})
SUBMIT = Move(
    verb=SUBMITTED,
    right=Right.SUBMIT_TO_LEADER,
    to_state=SubmissionState.SUBMITTED,
    told=lambda submission: [submission.leader],
)
INSTRUCT = Move(verb=INSTRUCTED, right=Right.INSTRUCT, from_states=_WAITING, opening=_to_him, told=_who_submitted)
RECORD_RETURN = Move(
    verb=RETURNED,
    right=Right.SUBMIT_TO_LEADER,
    from_states=_WAITING,
    opening=_another,
    told=lambda submission: [submission.submitted_by, submission.leader],
)
TAKE_BACK = Move(
    verb=TAKEN_BACK, right=Right.SUBMIT_TO_LEADER, from_states=_WAITING, to_state=SubmissionState.WITHDRAWN
)
MOVES = (SUBMIT, INSTRUCT, RECORD_RETURN, TAKE_BACK)
