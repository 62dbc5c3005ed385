"""What an answer cites, read as people write it."""

from datetime import date

import pytest

from law.bases import citations, shipped


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("《公路法》第三十五条、第三十六条第二款", [("公路法", "第三十五条"), ("公路法", "第三十六条")]),
        ("依据《某办法》和《刑法》第一百二十条之一。", [("某办法", ""), ("刑法", "第一百二十条之一")]),
        ("《公路法》第35条，《公路法》第35条第1款", [("公路法", "第35条")]),
        ("按照有关规定第三条", []),
    ],
)
def test_laws_and_articles_are_found_and_each_once(words: str, found: list[tuple[str, str]]):
    assert citations(words) == found


def test_the_regulation_comes_with_its_articles_and_follows_the_old_one_without_a_gap():
    rows = {row.cited: row for row in shipped()}
    article = rows["《信访工作条例》第三十五条"]
    assert "自收到书面答复之日起30日内请求" in article.text
    assert (rows["《信访条例》"].valid_on(date(2022, 4, 30)), article.valid_on(date(2022, 4, 30))) == (True, False)
    assert (rows["《信访条例》"].valid_on(date(2022, 5, 1)), article.valid_on(date(2022, 5, 1))) == (False, True)
