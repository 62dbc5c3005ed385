"""What must hold on the customer's own texts; skipped where they are not on this machine."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

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
