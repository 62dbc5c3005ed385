"""The wordings of ownership that a site may set: 五个一, 三定一包, 四定一包, 五包; words of watching people are refused."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kit.settings import Setting
from law.errors import Refused
from organizations.models import Unit
from organizations.settings_in_force import setting_on
from supervision.models.ownership_words import GuaranteeKind, Wording

WATCHING = ("稳控", "盯防", "管控", "监控", "看守", "劝返")
_WHY = "包案管的是单位和干部的责任，不管信访人去哪里、见谁。请写要办的事，例如“包帮扶联系”。"


def assert_no_watching(*texts: str) -> None:
    """Refuse words that stand for watching a petitioner. Raises Refused watching_word."""
    for text in texts:
        found = next((word for word in WATCHING if word in text), None)
        if found:
            raise Refused("watching_word", f"不能写“{found}”：{_WHY}", "第三条")


@dataclass(frozen=True)
class LabelSetting(Setting):
    """Labels parted by 、, a fixed number of them, none of which stands for watching people."""

    parts: int = 0

    def checked(self, value: Any) -> Any:
        """Return labels that fit. Raises Refused: setting_unfit, watching_word."""
        text = super().checked(value)
        assert_no_watching(text)
        found = [part for part in text.split("、") if part.strip()]
        if len(found) != self.parts:
            raise Refused("setting_unfit", f"“{self.label}”应为{self.parts}项，用顿号隔开，现有{len(found)}项。")
        return text


OWNERSHIP_WORDING = Setting(
    "OWNERSHIP_WORDING",
    Wording.FIVE_TO_THE_END.value,
    "包案采用的提法",
    "新确定的包案采用；已确定的不变",
    choices=tuple(Wording.choices()),
)
_LABELS: dict[Wording, LabelSetting] = {
    Wording.FIVE_TO_THE_END: LabelSetting(
        "OWNERSHIP_FIVE_TO_THE_END",
        "一个问题、一名领导、一套班子、一个方案、一抓到底",
        Wording.FIVE_TO_THE_END.label,
        "五项，用顿号隔开",
        parts=5,
    ),
    Wording.FIVE_WITH_RELIEF: LabelSetting(
        "OWNERSHIP_FIVE_WITH_RELIEF",
        "一个案件、一位责任领导、一个责任单位、一套化解方案、一套帮扶措施",
        Wording.FIVE_WITH_RELIEF.label,
        "五项，用顿号隔开",
        parts=5,
    ),
    Wording.THREE_AND_ONE: LabelSetting(
        "OWNERSHIP_THREE_AND_ONE",
        "定领导、定责任科室、定办理时限、包案件处理答复",
        Wording.THREE_AND_ONE.label,
        "四项，用顿号隔开",
        parts=4,
    ),
    Wording.FOUR_AND_ONE: LabelSetting(
        "OWNERSHIP_FOUR_AND_ONE",
        "定领导、定责任科室、定责任人、定办理时限、包案件处理答复",
        Wording.FOUR_AND_ONE.label,
        "五项，用顿号隔开；各地说法不一，请按本地文件核对",
        parts=5,
    ),
}
GUARANTEE_LABELS = LabelSetting(
    "OWNERSHIP_GUARANTEES",
    "、".join(kind.label for kind in GuaranteeKind),
    "五包",
    "五项，用顿号隔开，依次对应掌握情况、解决问题、解释疏导、帮扶联系、依法处理",
    parts=5,
)
SETTINGS: tuple[Setting, ...] = (OWNERSHIP_WORDING, *_LABELS.values(), GUARANTEE_LABELS)


def wording_on(day: date, district: Unit | int | None) -> Wording:
    """Return the wording that new sheets of a district take on a day."""
    return Wording(setting_on(OWNERSHIP_WORDING.key, day, district))


def labels_of(wording: Wording, day: date, district: Unit | int | None) -> list[str]:
    """Return the labels of a wording as a district writes them on a day."""
    return _parted(_LABELS[wording].key, day, district)


def guarantee_labels(day: date, district: Unit | int | None) -> dict[GuaranteeKind, str]:
    """Return what a district calls the five guarantees on a day."""
    return dict(zip(GuaranteeKind, _parted(GUARANTEE_LABELS.key, day, district), strict=True))


def _parted(key: str, day: date, district: Unit | int | None) -> list[str]:
    return [part.strip() for part in setting_on(key, day, district).split("、") if part.strip()]
