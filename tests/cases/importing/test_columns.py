"""Headers of many systems are recognised, and no column is lost silently."""

import json

import pytest
from django.core.management.base import CommandError

from cases.importing.columns import chosen_from, recognised
from cases.importing.fields import ALIASES, Field
from cases.importing.words import channel_of, count_of, date_of, id_type_of, kind_of
from cases.models import Case
from law.errors import Refused
from law.vocabulary import Channel, Kind
from tests.cases.importing.files import ROWS, bring_in, counts, write

SHAPES = {
    "labelled set": ("rec_id,label_l1,title,body,text,msg_time,user_id,parts", "parts"),
    "message board": (
        "rec_id,msg_time,kind,domain,title,body,addressee,province,city,county,region_code,state,author_masked,"
        "handle_time,handle_reply,group",
        "group",
    ),
    "replies": ("rec_id,user_id,msg_time,title,body,reply,reply_time,team_total", "team_total"),
    "petition system": (
        "序号,信访件编号,登记时间,信访日期,概况,姓名,身份证号,联系电话,住址,信访形式,内容分类,问题属地,人数,答复内容,"
        "答复时间,责任单位,办理状态",
        "序号",
    ),
    "hotline": ("工单编号*,受理时段,反映内容（必填）,来电人,联系方式,问题发生地", "受理时段、来电人"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_header_is_recognised_and_what_is_left_over_is_named(shape: str):
    header, left = SHAPES[shape]
    columns = recognised(header.split(","), {})
    assert columns.has_text
    assert Field.EXTERNAL_NUMBER in columns.places
    assert columns.unmapped == left.split("、")


def test_no_header_means_two_things():
    words = [word for aliases in ALIASES.values() for word in aliases]
    assert len(words) == len(set(words))


def test_width_blanks_and_brackets_of_a_header_do_not_matter():
    columns = recognised(["　信访件 编号 ", "内容（必填）", "ＴＩＴＬＥ"], {})
    assert set(columns.places) == {Field.EXTERNAL_NUMBER, Field.CONTENT, Field.SUBJECT}


def test_a_map_takes_the_place_of_the_aliases():
    columns = recognised(["内容", "要求", "标题"], chosen_from({"content": "要求", "subject": None}))
    assert columns.value(Field.CONTENT, ("甲", "乙", "丙")) == "乙"
    assert columns.unmapped == ["内容", "标题"]


@pytest.mark.parametrize(
    ("data", "code"), [([], "map_invalid"), ({"body": "内容"}, "map_field_unknown"), ({"content": 3}, "map_invalid")]
)
def test_a_wrong_map_is_refused(data: object, code: str):
    with pytest.raises(Refused) as refused:
        chosen_from(data)
    assert refused.value.code == code


def test_a_header_that_is_not_there_is_named(cast, tmp_path):
    mapping = tmp_path / "map.json"
    mapping.write_text(json.dumps({"content": "诉求"}), encoding="utf-8")
    with pytest.raises(CommandError, match=r"没有“诉求”这一列.*编号、信访日期"):
        bring_in(write(tmp_path / "a.csv", *ROWS), map=mapping)
    assert not Case.objects.exists()


def test_a_file_of_unknown_headers_is_imported_with_a_map(cast, tmp_path):
    mapping = tmp_path / "map.json"
    mapping.write_text('{"content": "说了什么", "external_number": "号"}', encoding="utf-8")
    file = write(tmp_path / "a.csv", ("7", "井盖丢了"), header=("号", "说了什么"))
    with pytest.raises(CommandError, match=r"没有认出标题列或者内容列.*--map"):
        bring_in(file)
    assert counts(bring_in(file, map=mapping)) == (1, 1, 0, 0)
    assert Case.objects.get().external_number == "7"


@pytest.mark.parametrize(
    ("word", "channel"),
    [
        ("来信", Channel.LETTER),
        ("群众来访", Channel.VISIT),
        ("集体访", Channel.VISIT),
        ("网上信访", Channel.ONLINE),
        ("网上来信", Channel.ONLINE),
        ("12345热线", Channel.CALL),
        ("电子邮件", Channel.ONLINE),
        ("传真", Channel.FAX),
        ("信", Channel.LETTER),
        ("飞鸽", None),
        ("", None),
    ],
)
def test_channels_of_other_systems(word: str, channel: Channel | None):
    assert channel_of(word) is channel


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2020-01-06 12:09:38", "2020-01-06"),
        ("2020/1/6", "2020-01-06"),
        ("2020年1月6日", "2020-01-06"),
        ("2020.1.6", "2020-01-06"),
        ("20200106", "2020-01-06"),
        ("20200106120938", "2020-01-06"),
        ("２０２０-０１-０６", "2020-01-06"),
        ("2020-01-06T20:00:00Z", "2020-01-07"),
        ("2020-02-30", None),
        ("前天", None),
        ("43836", None),
        ("06/01/2020", None),
        ("2020-01-061", None),
    ],
)
def test_dates_of_other_systems(text: str, iso: str | None):
    found = date_of(text)
    assert (found.isoformat() if found else None) == iso


def test_the_other_words():
    assert [kind_of(word) for word in ("检举控告", "意见建议", "建言", "申诉求决", "咨询", "")] == [
        Kind.ACCUSATION,
        Kind.SUGGESTION,
        Kind.SUGGESTION,
        Kind.APPEAL,
        Kind.APPEAL,
        Kind.APPEAL,
    ]
    assert [count_of(text) for text in ("3", "3人", "5.0", "0", "许多", "")] == [3, 3, 5, 1, None, None]
    assert id_type_of("", "990102196001010011") == "id_card"
    assert id_type_of("港澳居民证件", "H1") == "hk_macao_taiwan"
