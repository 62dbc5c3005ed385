"""Not taking up a matter is a reasoned decision; registering is never refused."""

import pytest

from law.admission import GROUNDS, check_representatives, ground, marks
from law.errors import Refused
from law.procedure import STEPS
from law.vocabulary import Channel


def test_five_representatives_may_visit_and_six_may_not():
    check_representatives(Channel.VISIT, 5)
    with pytest.raises(Refused, match="不得超过5人，现有6人") as refusal:
        check_representatives(Channel.VISIT, 6)
    assert (refusal.value.code, refusal.value.article) == ("too_many_representatives", "第二十条第三款")


@pytest.mark.parametrize("channel", [channel for channel in Channel if channel is not Channel.VISIT])
def test_a_letter_may_name_any_number(channel: Channel):
    check_representatives(channel, 200)
    assert marks(channel, petitioners=200, representatives=200) == ()


def test_a_registration_is_marked_not_refused():
    codes = [
        mark.code
        for mark in marks(
            Channel.VISIT,
            petitioners=30,
            representatives=9,
            named=False,
            same_matter_open=True,
            same_matter_reviewed=True,
        )
    ]
    assert codes == ["too_many_representatives", "notice_waivable", "same_matter_open", "same_matter_reviewed"]
    assert [mark.code for mark in marks(Channel.VISIT, petitioners=30, representatives=0)] == ["no_representatives"]
    assert marks(Channel.VISIT, petitioners=1, representatives=0) == ()


def test_a_local_ground_holds_only_where_it_is_local_law():
    assert ground("NLA_WINDOW_LAPSED", local_rules=True).local
    with pytest.raises(Refused) as refusal:
        ground("NLA_WINDOW_LAPSED")
    assert "NLA_AFTER_REVIEW" in refusal.value.message
    assert "NLA_WINDOW_LAPSED、" not in refusal.value.message


def test_every_ground_leads_to_an_act_of_the_procedure():
    assert {g.decision for g in GROUNDS} <= {step.act for step in STEPS}
    assert len({g.code for g in GROUNDS}) == len(GROUNDS)
