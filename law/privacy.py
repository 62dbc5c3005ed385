"""For what the names of a case may be read (Art. 6 of the personal information law): the usual reasons are one key each."""

from law.words import Word

ARTICLE = "个人信息保护法第六条"


class Purpose(Word):
    """查看事由."""

    CONTACT = "contact", "联系"
    SERVE = "serve", "送达"
    FACE = "face", "当面核对"
    DOCUMENT = "document", "制作文书"


# What a handler, a registrar and the issuing office say by one key; 制作文书 is never asked, printing says it.
LIGHT = (Purpose.CONTACT, Purpose.SERVE, Purpose.FACE)
