"""A name is read as the dictionary reads it, whichever way it is looked up."""

from random import Random

import pytest
from pypinyin import lazy_pinyin

from cases.record.party_digests import toneless
from demo.seeding import words

NAMES = ("张三", "单于", "重庆", "欧阳娜娜", "曾参", "买买提·依明", "John", "Ann 李", "")


def test_short_names_are_read_as_long_texts_are():
    random = Random(5)
    names = [*NAMES, *(words.person(random) for _ in range(2000))]
    assert [name for name in names if toneless(name) != "".join(lazy_pinyin(name))] == []


@pytest.mark.parametrize(("name", "read"), [("重庆", "chongqing"), ("重山", "zhongshan")])
def test_a_known_phrase_is_read_as_one(name: str, read: str):
    assert toneless(name) == read
