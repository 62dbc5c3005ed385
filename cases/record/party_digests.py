"""The look-up digests of a person: what finds a case by a name, a number, a telephone, without storing them openly."""

from functools import cache

from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from kit.sealed_fields import keyring
from vault.digests import keyed

# In so short a name no part of which is a known phrase each character is read by itself; asking for each is quicker.
_SHORT = 4


def digests_for(*, name: str, id_number: str, phone: str, **_others: str) -> dict[str, str]:
    """Return the look-up digests of a person's columns under the current generation of keys."""
    key = keyring().current
    return {
        "name_digest": keyed(name, key=key),
        "pinyin_digest": keyed(toneless(name), key=key),
        "id_digest": keyed(id_number, key=key),
        "phone_digest": keyed(phone, key=key),
    }


def toneless(name: str) -> str:
    """Return the toneless pinyin of a name: 张三 and 章三 meet."""
    known = any(
        name[start:end] in PHRASES_DICT for start in range(len(name)) for end in range(start + 2, len(name) + 1)
    )
    return "".join(lazy_pinyin(name) if known or len(name) > _SHORT else map(_alone, name))


@cache
def _alone(character: str) -> str:
    return "".join(lazy_pinyin(character))
