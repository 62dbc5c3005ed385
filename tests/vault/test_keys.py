"""The keyring: generations come, go, and never share a name."""

import json
from pathlib import Path

import pytest

from vault.keys import KeyringMissing, add_generation, drop_old_generations, ensure_keyring, load_keyring


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A fresh keyring."""
    return ensure_keyring(tmp_path / "deep" / "keys.json")


def test_a_fresh_keyring_has_one_generation_that_only_its_owner_reads(path: Path):
    ring = load_keyring(path)
    assert list(ring.keys) == ["k1"] == [ring.current.id]
    assert (len(ring.current.seal), len(ring.current.digest)) == (16, 32)
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_is_there_is_left_alone(path: Path):
    before = path.read_bytes()
    ensure_keyring(path)
    assert path.read_bytes() == before


def test_a_new_generation_seals_and_the_old_one_stays(path: Path):
    old = load_keyring(path).current
    assert add_generation(path) == "k2"
    ring = load_keyring(path)
    assert (ring.current.id, ring.keys["k1"]) == ("k2", old)
    assert ring.current.seal != old.seal
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_change_is_seen_at_once_however_quick(path: Path):
    for number in range(2, 12):
        add_generation(path)
        assert load_keyring(path).current.id == f"k{number}"


def test_a_dropped_name_is_never_given_again(path: Path):
    add_generation(path)
    assert drop_old_generations(path) == ["k1"]
    assert list(load_keyring(path).keys) == ["k2"]
    assert drop_old_generations(path) == []
    second = load_keyring(path).current
    assert add_generation(path) == "k3"
    assert load_keyring(path).keys["k2"] == second


def test_a_keyring_from_before_the_counter_goes_on_counting(path: Path):
    data = json.loads(path.read_text("utf-8"))
    data.pop("made")
    data["keys"]["k7"] = data["keys"].pop("k1")
    path.write_text(json.dumps({**data, "current": "k7"}), "utf-8")
    assert add_generation(path) == "k8"


def test_a_missing_file_is_said_so_and_a_half_written_one_never_lies_there(path: Path, monkeypatch):
    with pytest.raises(KeyringMissing, match="XINFANG_KEYS_FILE"):
        load_keyring(path.with_name("other.json"))
    before = path.read_bytes()
    monkeypatch.setattr("vault.keys.os.fsync", lambda _descriptor: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        add_generation(path)
    assert path.read_bytes() == before
