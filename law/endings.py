"""How a finished matter is kept: grounds of finalisation 终结, after-care (Art. 37, para 3), retention of the file."""

from law.words import Word


class FinalizationGround(Word):
    """终结认定的情形: after the third level, or as local rules say."""

    AFTER_REVIEW = "after_review", "已经复核，作出复核意见"
    WINDOW_LAPSED = "window_lapsed", "无正当理由，逾期未请求复查或者复核"
    JUDICIAL_FINAL = "judicial_final", "涉法涉诉事项已经依法终结"

    @property
    def article(self) -> str:
        """Return what the ground rests on; the second only where the province has a rule of its own."""
        return {"after_review": "第三十六条第三款", "window_lapsed": "地方规定"}.get(self.value, "第三十七条第三款")


class CareKind(Word):
    """后续帮扶: what is still done for a person whose case is finished (Art. 37, para 3)."""

    GUIDANCE = "guidance", "疏导教育"
    RESOLVING = "resolving", "矛盾化解"
    RELIEF = "relief", "帮扶救助"


class Retention(Word):
    """保管期限."""

    ONE_YEAR = "1y", "1年"
    THREE_YEARS = "3y", "3年"
    FIVE_YEARS = "5y", "5年"
    TEN_YEARS = "10y", "10年"
    PERMANENT = "permanent", "永久"
