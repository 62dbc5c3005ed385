"""Two texts of one matter are close, whatever stands around it; a sketch holds no word."""

from insight.likeness import SKETCHED, closeness, grams_of, shared_passages, sketch_of

ROAD = "柳浪镇东溪村村口的石桥今年六月被大水冲断一半，孩子上学要绕行七里，请求修桥。"
AGAIN = "尊敬的领导：东溪村村口的石桥，今年六月被大水冲断一半！孩子们上学要绕行七里路，请尽快修桥。"
WATER = "南苑街道梧桐小区三号楼自来水发黄有异味，物业说管道老化，居民要求检测水质。"


def test_the_same_matter_is_close_and_another_is_not():
    road, again, water = (grams_of(text) for text in (ROAD, AGAIN, WATER))
    assert closeness(road, again) > 0.5
    assert closeness(road, water) < 0.1
    assert round(closeness(road, road), 6) == 1


def test_marks_blanks_and_masks_make_no_difference():
    assert grams_of("石桥，断 了×××！") == grams_of("石桥断了")


def test_a_sketch_shares_with_that_of_the_same_matter_and_holds_only_so_many_numbers():
    road, again, water = (set(sketch_of(grams_of(text))) for text in (ROAD, AGAIN, WATER))
    assert len(road & again) > 5
    assert not road & water
    assert len(sketch_of(grams_of(ROAD * 3 + WATER))) == SKETCHED
    assert sketch_of(grams_of("")) == []


def test_a_single_word_is_no_reason_to_fail():
    assert closeness(grams_of("冤"), grams_of("冤")) == 1
    assert closeness(grams_of(""), grams_of("冤")) == 0


def test_the_reason_repeats_what_was_typed():
    assert shared_passages(AGAIN, grams_of(ROAD))[0] == "今年六月被大水冲断一半"
    assert all(passage in AGAIN for passage in shared_passages(AGAIN, grams_of(ROAD)))
