"""送达方式: read through law.vocabulary like every word of the house."""

from law.words import Word


class ServiceMethod(Word):
    """送达方式."""

    IN_PERSON = "in_person", "直接送达"
    POST = "post", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    LEFT_WITH_WITNESS = "left_with_witness", "留置送达"
    ANNOUNCEMENT = "announcement", "公告送达"
