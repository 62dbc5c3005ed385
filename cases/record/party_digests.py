"""The look-up digests of a person: what finds a case by a name, a number, a telephone, without storing them openly."""

from pypinyin import lazy_pinyin

from kit.sealed_fields import digest_of


def digests_for(*, name: str, id_number: str, phone: str, **_others: str) -> dict[str, str]:
    """Return the look-up digests of a person's columns under the current generation of keys."""
    return {
        "name_digest": digest_of(name),
        "pinyin_digest": digest_of(toneless(name)),
        "id_digest": digest_of(id_number),
        "phone_digest": digest_of(phone),
    }


def toneless(name: str) -> str:
    """Return the toneless pinyin of a name: 张三 and 章三 meet."""
    return "".join(lazy_pinyin(name))
