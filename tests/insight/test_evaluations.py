"""What must hold on the customer's own texts; skipped where they are not on this machine."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from insight.models import GramCount, TextSketch

TEXTS = ("labeled_7class", "unlabeled_messages", "hot_messages", "replies", "liuyan_gas_2022")


@pytest.fixture
def data(shared_folder: Path) -> Path:
    """The folder of the real messages."""
    folder = shared_folder / "data"
    if not (folder / "near_duplicate_pairs.csv").is_file():
        pytest.skip("the customer's messages are not on this machine")
    return folder


def said(command: str, *given: Any) -> dict[str, Any]:
    out = StringIO()
    call_command(command, *given, "--json", stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@pytest.mark.long
@pytest.mark.django_db
def test_known_repeats_are_found_among_the_first_five_and_few_are_warned_of_for_nothing(data: Path):
    files = [data / f"{name}.csv.gz" for name in TEXTS]
    found = said("evaluate_duplicates", data / "near_duplicate_pairs.csv", *files)
    assert found["recall_at_5"] >= 0.95
    assert found["precision"] >= 0.75
    assert found["warned_alone"] <= 0.1
    assert found["pairs_used"] == 37
    assert not TextSketch.objects.exists()
    assert not GramCount.objects.exists()


@pytest.mark.long
@pytest.mark.django_db
def test_the_class_of_a_message_is_told(data: Path):
    found = said("evaluate_classifier", data / "labeled_7class.csv.gz")
    assert len(found["folds"]) == 5
    assert found["macro_f1"] >= 0.88


@pytest.mark.django_db
def test_a_repeat_is_found_among_texts_that_were_given(tmp_path: Path):
    texts, pairs = tmp_path / "texts.csv", tmp_path / "pairs.csv"
    written = [
        "青石镇柳湾村的路坏了一年，下雨天积水很深，老人孩子出门摔倒几次，请尽快安排人来修。",
        "柳湾村的路坏了一年多，一下雨积水就很深，老人和孩子出门摔倒了几次，请尽快安排人修好。",
        "学校门口的路灯三个月不亮，晚自习放学看不见路。",
        "小区电梯停运两周，高层住户上下楼十分困难，物业一直没有答复。",
    ]
    texts.write_text(
        "\n".join(["rec_id,title,body", *(f"{n},{text[:8]},{text}" for n, text in enumerate(written))]),
        encoding="utf-8",
    )
    pairs.write_text("a,b,cosine,verdict\n0,1,0.8,same_matter", encoding="utf-8")
    found = said("evaluate_duplicates", pairs, texts)
    assert (found["recall_at_5"], found["pairs_used"]) == (1.0, 1)
    assert not TextSketch.objects.exists()


@pytest.mark.django_db
def test_one_file_is_learned_and_the_other_tried(tmp_path: Path):
    rows = [
        ("路面坑洼，请修路", "交通"),
        ("公路塌方，桥断了", "交通"),
        ("学校补课收费", "教育"),
        ("幼儿园学位不够", "教育"),
    ]
    train, test = tmp_path / "train.csv", tmp_path / "test.csv"
    for path, times in ((train, 3), (test, 1)):
        lines = [f"{text},{label}" for text, label in rows for _ in range(times)]
        path.write_text("\n".join(["text,label_l1", *(line.replace("，", " ") for line in lines)]), encoding="utf-8")
    assert said("evaluate_classifier", train, test) == {
        "accuracy": 1.0,
        "macro_f1": 1.0,
        "per_class": {"交通": 1.0, "教育": 1.0},
    }
    train.write_text("text\n路", encoding="utf-8")
    with pytest.raises(CommandError, match="没有类别"):
        said("evaluate_classifier", train, test)
