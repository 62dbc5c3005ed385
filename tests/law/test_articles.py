"""Every article we cite is one we can tell the gist of."""

import pytest

from law.admission import GROUNDS
from law.articles import ARTICLES, cited, gist, split_citation
from law.deadlines import PERIODS
from law.procedure import STEPS

CITED = (
    {step.article for step in STEPS}
    | {period.article for period in PERIODS.values()}
    | {ground.article for ground in GROUNDS}
    | {"民法典第二百零一条", "民法典第二百零三条", "第三十六条第二款"}
)


@pytest.mark.parametrize("citation", sorted(CITED))
def test_an_article_we_rest_on_has_a_gist(citation: str):
    assert len(gist(citation)) > 5


def test_a_compound_citation_names_each_article_in_full():
    assert split_citation("第二十三条第二款、第三款") == ("第二十三条第二款", "第二十三条第三款")
    assert split_citation("第三十一条第六项、第三十六条第二款") == ("第三十一条第六项", "第三十六条第二款")
    assert split_citation("个人信息保护法第六条") == ("个人信息保护法第六条",)
    assert gist("第三十五条、第三十六条") == ARTICLES["第三十五条"] + ARTICLES["第三十六条"]


def test_a_paragraph_without_its_own_gist_gets_that_of_its_article():
    assert gist("第二十五条第二款") == ARTICLES["第二十五条"]


def test_a_letter_cites_an_article_with_its_law():
    assert cited("第三十六条第三款") == "《信访工作条例》第三十六条第三款"
    assert cited("行政复议法第二十条") == "《行政复议法》第二十条"
    assert cited("地方规定") == "地方规定"


def test_an_article_we_do_not_rest_on_is_an_error():
    with pytest.raises(KeyError):
        gist("第九十九条")


def test_sixty_and_thirty_days_stand_in_the_gist_of_article_34():
    assert "60日" in gist("第三十四条")
    assert "30日" in gist("第三十四条")
