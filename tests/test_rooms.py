"""A house with the toy room in it, and the same house without: a room left out is gone without a trace."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client, override_settings

from kit import rooms
from law.errors import Refused
from law.vocabulary import Act

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.db_slow
def test_the_house_stands_with_the_toy_room():
    """The tests of tests/toy_room/inside.py run in a process of their own: settings, urls and rows are read once."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--ds=tests.toy_room.settings",
            "-p",
            "no:cacheprovider",
            "-n",
            "0",
            "-q",
            "tests/toy_room/inside.py",
            "tests/toy_room/inside_records.py",
            "tests/toy_room/inside_walk.py",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert " passed" in done.stdout


def test_without_it_nothing_is_left_of_it():
    assert "督办（样板）" not in {room.label for room in rooms.rooms()}
    assert not [code for code in (verb.code for verb in rooms.all_of("verbs")) if code.startswith("toy.")]
    assert rooms.door_of(Act.SUPERVISE).action.__module__ == "supervision.orders.making"
    assert Client().get("/toy/").status_code == 404


def test_without_the_room_that_does_it_an_act_is_not_built(settings):
    settings.ROOMS = [room for room in settings.ROOMS if room != "supervision"]
    assert Act.SUPERVISE not in rooms.doors()
    assert "toy:list" not in {entry.url_name for entry in rooms.all_of("nav")}
    with pytest.raises(Refused) as refused:
        rooms.door_of(Act.SUPERVISE)
    assert refused.value.code == "not_built"


def test_two_rooms_cannot_do_one_act():
    with override_settings(ROOMS=["organizations", "cases", "cases"]), pytest.raises(ValueError, match="two rows"):
        rooms.doors()


def test_every_room_of_this_house_loads_and_no_two_share_a_name(settings):
    found = rooms.rooms()
    assert [room.name for room in found] == settings.ROOMS
    assert [room.floor for room in found] == sorted(room.floor for room in found)


def test_what_a_site_sets_is_read_as_the_type_of_its_default(monkeypatch):
    assert rooms.setting("JOBS_AT_ONCE") == 1
    monkeypatch.setenv("XINFANG_JOBS_AT_ONCE", "3")
    assert rooms.setting("JOBS_AT_ONCE") == 3
