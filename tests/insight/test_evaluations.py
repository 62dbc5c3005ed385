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


@pytest.mark.db_slow
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
