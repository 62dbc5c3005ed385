"""The petitions: many, different, complete, and addressed to units that can answer them."""

import re
from datetime import timedelta
from random import Random

import pytest

from cases.models import Case
from demo import stories
from demo.district import UNDER_GOVERNMENT
from demo.planning import SPAN, plans
from demo.plans import Moment
from demo.scenes import scene
from demo.stories.story import TOWN, Story
from law.admission import MAX_REPRESENTATIVES
from law.paths import outcomes_for
from law.vocabulary import Kind
from tests.demo.conftest import DAY

ALL: tuple[Story, ...] = (*stories.APPEALS, *stories.SUGGESTIONS, *stories.ACCUSATIONS, stories.AGAINST_THE_OFFICE)


def test_there_are_at_least_sixty_stories_over_many_categories():
    assert len({story.subject for story in ALL}) >= 60
    assert len({story.category.split("/")[0] for story in ALL}) >= 12


@pytest.mark.parametrize("story", ALL, ids=lambda story: story.subject)
def test_a_story_can_be_told_and_answered(story: Story):
    told = scene(story.setting, Random(1), DAY)
    for ask in story.asks:
        assert ask.to in {TOWN, "jiwei", *UNDER_GOVERNMENT}
        assert ask.outcome in outcomes_for(ask.kind)
        for text in (ask.text, ask.facts, ask.opinion, ask.basis, story.content, story.subject):
            assert "{" not in told.tell(text)
            assert len(text) > 3
    assert (story.accused is not None) == any(ask.kind is Kind.ACCUSATION for ask in story.asks)


def test_three_hundred_plans_lie_within_ninety_days_the_oldest_first():
    made = plans(DAY)
    ages = [plan.age for plan in made]
    assert len(made) == 300
    assert ages == sorted(ages, reverse=True)
    assert SPAN - 15 <= ages[0] <= SPAN
    assert ages[-1] == 0
    assert all(plan.deeds[-1].day <= plan.age for plan in made)


def test_a_plan_is_the_same_at_every_run_and_its_acts_do_not_depend_on_the_day():
    plans.cache_clear()
    first = [(plan.acts, plan.subject) for plan in plans(DAY)]
    plans.cache_clear()
    assert [(plan.acts, plan.subject) for plan in plans(DAY)] == first
    assert [plan.acts for plan in plans(DAY + timedelta(days=200))] == [acts for acts, _ in first]


def test_the_telephones_and_numbers_belong_to_nobody_and_at_most_five_represent(cast):
    parties = [plan.deeds[0].how(Moment(Case(), DAY, cast))["parties"] for plan in plans(DAY)]
    assert max(len(each) for each in parties) == MAX_REPRESENTATIVES
    assert sum(not each for each in parties) > 3, "some petitions are anonymous"
    everybody = [party for each in parties for party in each]
    assert any(party.id_number for party in everybody)
    for party in everybody:
        assert not party.phone or party.phone.startswith("129")
        assert not party.id_number or re.fullmatch(r"990103\d{11}[\dX]", party.id_number)
