"""Sealing and digests: what comes out is what went in, and nothing else opens it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vault.digests import candidates, keyed, normalised, sm3
from vault.keys import Keyring, add_generation, ensure_keyring, load_keyring
from vault.sealing import SealBroken, seal, unseal

PLACE = "cases_party.name"


@pytest.fixture(scope="module")
def ring(tmp_path_factory) -> Keyring:
    """One keyring for all."""
    return load_keyring(ensure_keyring(tmp_path_factory.mktemp("keys") / "keys.json"))


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_what_was_sealed_opens_to_the_same_words(ring: Keyring, text: str):
    sealed = seal(text, place=PLACE, keyring=ring)
    assert unseal(sealed, place=PLACE, keyring=ring) == text
    assert sealed.split(".")[1] == "k1"
    assert sealed != seal(text, place=PLACE, keyring=ring)


@pytest.mark.parametrize("text", ["老王", "𠮷㴷", "😡", "13800001234"])
def test_the_sealed_form_shows_nothing(ring: Keyring, text: str):
    assert text not in seal(text, place=PLACE, keyring=ring)


def test_a_sealed_text_does_not_open_elsewhere_or_changed(ring: Keyring):
    sealed = seal("老王", place=PLACE, keyring=ring)
    with pytest.raises(SealBroken):
        unseal(sealed, place="cases_party.phone", keyring=ring)
    version, key, body = sealed.split(".")
    other = "A" if body[20] != "A" else "B"
    for forged in (
        f"{version}.{key}.{body[:20]}{other}{body[21:]}",
        f"1.k9.{body}",
        f"1.k1.{body[:-8]}",
        "老王",
        "",
        "1.k1.",
    ):
        with pytest.raises(SealBroken):
            unseal(forged, place=PLACE, keyring=ring)


def test_another_keyring_opens_nothing(ring: Keyring, tmp_path: Path):
    other = load_keyring(ensure_keyring(tmp_path / "keys.json"))
    with pytest.raises(SealBroken):
        unseal(seal("老王", place=PLACE, keyring=ring), place=PLACE, keyring=other)


def test_sm3_is_the_national_standard():
    # GB/T 32905-2016, example 1.
    assert sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("138-0000 1234", "１３８００００１２３４"),
        ("99010219600101001x", "99010219600101001X"),
        ("古丽·阿依", "古丽阿依"),
        ("老　王", "老王"),
    ],
)
def test_writings_of_the_same_thing_have_one_digest(ring: Keyring, one: str, other: str):
    assert keyed(one, key=ring.current) == keyed(other, key=ring.current) != ""


def test_digests_differ_by_value_and_by_key_and_nothing_has_none(ring: Keyring, tmp_path: Path):
    assert keyed("老王", key=ring.current) != keyed("老李", key=ring.current)
    assert keyed(" -·", key=ring.current) == "" == normalised(" -·")
    path = ensure_keyring(tmp_path / "keys.json")
    add_generation(path)
    two = load_keyring(path)
    assert len(set(candidates("老王", keyring=two))) == 2
    assert candidates("  ", keyring=two) == []
