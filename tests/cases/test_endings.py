"""The end: finalisation by two, after-care, the archive that can only be read, letters that never change."""

from typing import Any

import pytest
from django.core.files.base import ContentFile

from cases.models import Attachment, Case, Document
from cases.reading.read import read_case
from kit.rooms import doors
from law.endings import CareKind, FinalizationGround, Retention
from law.errors import Refused
from law.procedure import steps_of
from law.vocabulary import Act, Letter, Scope, ServiceMethod, State
from tests.cases.table import arguments, doer, set_scene
from tests.cast import Cast
from tests.walks import Walk, code, walk_to


def reviewed(cast: Cast) -> Walk:
    """A leg after its review."""
    return walk_to(cast, State.REVIEW_DECIDED)


def test_one_proposes_and_another_finalises(cast: Cast):
    walk = reviewed(cast)
    assert code(walk.on_leg, Act.FINALIZE, cast.town_head) == "no_proposal"
    given = {"ground": FinalizationGround.AFTER_REVIEW, "reason": "三级程序已经走完"}
    walk.on_leg(Act.PROPOSE_FINALIZATION, walk.handler, **given)
    walk.on_leg(Act.PROPOSE_FINALIZATION, cast.dispatcher, **given)
    cast.grant(cast.dispatcher, cast.town, *cast.town_head.roles)
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.FINALIZE, cast.dispatcher)
    assert (refused.value.code, refused.value.article) == ("own_proposal", "第三十六条第三款")
    walk.on_leg(Act.FINALIZE, cast.coordinator)
    record = walk.leg.documents.get(kind=Letter.FINALIZATION_RECORD)
    assert "已经复核" in record.content
    assert "仍应做好疏导教育" in record.content
    assert code(walk.on_leg, Act.FINALIZE, cast.town_head) == "finalized_already"
    assert code(walk.on_leg, Act.PROPOSE_FINALIZATION, walk.handler, **given) == "finalized_already"


@pytest.mark.parametrize(
    ("state", "ground"),
    [(State.CLOSED, FinalizationGround.AFTER_REVIEW), (State.REVIEW_DECIDED, FinalizationGround.WINDOW_LAPSED)],
)
def test_the_ground_has_to_fit(cast: Cast, state: State, ground: FinalizationGround):
    walk = walk_to(cast, state)
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.PROPOSE_FINALIZATION, walk.handler, ground=ground, reason="x")
    assert (refused.value.code, refused.value.article) == ("ground_unfit", ground.article)


def test_after_care_goes_on_when_the_procedure_has_ended(cast: Cast):
    walk = walk_to(cast, State.CLOSED)
    walk.on_leg(Act.AFTER_CARE, walk.handler, later=3, kind=CareKind.RELIEF, text="帮助申请临时救助")
    walk.on_leg(Act.AFTER_CARE, walk.head, later=9, kind=CareKind.GUIDANCE, text="上门解释")
    assert [care.kind for care in walk.leg.after_cares.all()] == ["relief", "guidance"]
    late = walk.on.replace(year=walk.on.year + 1)
    given = {"kind": CareKind.RELIEF, "text": "x", "held_on": late}
    assert code(walk.on_leg, Act.AFTER_CARE, walk.handler, **given) == "date_in_future"


def test_the_index_lists_every_letter_and_file_with_its_digest(cast: Cast):
    walk = walk_to(cast, State.CLOSED)
    file = ContentFile("照片".encode(), name="a.txt")
    Attachment.objects.create(
        case=walk.case,
        name="现场照片.txt",
        file=file,
        content_type="text/plain",
        size=6,
        sm3="ab" * 32,
        added_by=cast.clerk,
    )
    walk.on_leg(Act.ARCHIVE, walk.handler, retention=Retention.PERMANENT)
    index = walk.leg.archiving.index.content
    for letter in Document.objects.filter(leg=walk.leg).exclude(kind=Letter.ARCHIVE_INDEX):
        assert letter.number in index
    assert "现场照片.txt" in index
    assert "ab" * 32 in index
    assert "保管期限：永久" in index
    assert walk.case.state == State.ARCHIVED


def test_the_index_of_a_sealed_case_names_no_file_of_the_whole(cast: Cast):
    walk = walk_to(cast, State.CLOSED)
    file = ContentFile("证据".encode(), name="a.txt")
    Attachment.objects.create(
        case=walk.case,
        name="贪污证据.txt",
        file=file,
        content_type="text/plain",
        size=6,
        sm3="cd" * 32,
        added_by=cast.clerk,
    )
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    walk.on_leg(Act.ARCHIVE, walk.handler, retention=Retention.TEN_YEARS)
    assert "贪污证据" not in walk.leg.archiving.index.content


def test_nothing_is_archived_while_a_duty_runs(cast: Cast):
    walk = walk_to(cast, State.CLOSED)
    walk.leg.clocks.filter(duty="HANDLE_60D").update(met_on=None)
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.ARCHIVE, walk.handler, retention=Retention.TEN_YEARS)
    assert (refused.value.code, refused.value.article) == ("clock_running", "档案法第十四条")


def test_what_is_archived_can_only_be_read(cast: Cast):
    scene = set_scene(cast, State.ARCHIVED)
    version = scene.walk.case.version
    for act in sorted(
        set(doors()) - {Act.REGISTER, Act.UNMASK, Act.AFTER_CARE, Act.END_PUBLICATION, Act.RECORD_PROMISE_VISIT}
    ):
        given: dict[str, Any] = arguments(act, scene)
        scope = steps_of(act)[0].scope
        key = {Scope.LEG: {"leg_id": scene.leg.pk}, Scope.HAND_OFF: {"hand_off_id": scene.asked.pk}}.get(scope, {})
        with pytest.raises(Refused) as refused:
            doors()[act].action(scene.walk.case.pk, by=doer(act, scene), on=scene.walk.on, **given, **key)
        assert refused.value.code == "wrong_state", act
    assert scene.walk.refresh().case.version == version


def test_care_goes_on_after_the_archive_and_leaves_it_as_it_is(cast: Cast):
    walk = walk_to(cast, State.ARCHIVED)
    index = walk.leg.archiving.index.content
    walk.on_leg(Act.AFTER_CARE, walk.handler, later=30, kind=CareKind.RELIEF, text="送去过冬物资")
    assert [care.text for care in walk.leg.after_cares.all()] == ["送去过冬物资"]
    assert (walk.case.state, walk.leg.state) == (State.ARCHIVED, State.ARCHIVED)
    assert walk.leg.archiving.index.content == index
    file = read_case(walk.case.pk, by=walk.handler, on=walk.on)
    assert {opening.act for opening in file.openings if opening.leg} == {Act.AFTER_CARE}


def test_an_issued_letter_never_changes_and_the_sheet_refers_to_it(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    letter = walk.leg.documents.get(kind=Letter.HANDLING_OPINION)
    clocks = list(walk.case.clocks.values_list("id", "starts_on", "due_on", "met_on"))
    given = {"document": letter.pk, "wrong": "本月修好", "right": "本月底前修好", "reason": "漏字"}
    assert code(walk.on_leg, Act.CORRECT_LETTER, cast.town_head, **given) == "method_missing"
    walk.on_leg(Act.CORRECT_LETTER, cast.town_head, method=ServiceMethod.POST, **given)
    sheet = walk.leg.documents.get(kind=Letter.CORRECTION_SHEET)
    assert letter.number in sheet.content
    assert "更正为：“本月底前修好”" in sheet.content
    assert sheet.content.startswith("老王：")
    assert sheet.services.get().sent_on == walk.on
    assert Document.objects.get(pk=letter.pk).content == letter.content
    assert list(walk.case.clocks.values_list("id", "starts_on", "due_on", "met_on")) == clocks


@pytest.mark.parametrize(
    ("wrong", "right", "expected"),
    [
        ("本月修好", "本月修好", "correction_empty"),
        ("下月修好", "本月修好", "words_unknown"),
        ("本月修好", " ", "correction_empty"),
    ],
)
def test_only_words_that_stand_in_the_letter_are_corrected(cast: Cast, wrong: str, right: str, expected: str):
    walk = walk_to(cast, State.ISSUED)
    letter = walk.leg.documents.get(kind=Letter.HANDLING_OPINION)
    given = {"document": letter.pk, "wrong": wrong, "right": right, "reason": "x"}
    assert code(walk.on_leg, Act.CORRECT_LETTER, cast.town_head, **given) == expected


def test_each_unit_corrects_its_own_letters(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    referral = walk.leg.documents.get(kind=Letter.REFERRAL_LETTER)
    given = {"document": referral.pk, "wrong": "属地管理", "right": "属地管理原则", "reason": "漏字"}
    assert code(walk.on_leg, Act.CORRECT_LETTER, cast.town_head, **given) == "document_unknown"
    walk.on_leg(Act.CORRECT_LETTER, cast.bureau_head, **given)
    sheet = walk.leg.documents.get(kind=Letter.CORRECTION_SHEET)
    assert (sheet.unit, sheet.content.split("\n")[0]) == (cast.bureau, "青石镇人民政府：")
