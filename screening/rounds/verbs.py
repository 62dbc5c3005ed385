"""What the journal says of themed screenings and rounds."""

from datetime import date

from kit.verbs import Fact, Verb

_MINUTES = Fact("填报用时合计（分钟）")
DRAWN_UP = Verb("screening.theme_drawn_up", "拟定专项排查", {"questions": Fact("增加的填报项")})
PUBLISHED = Verb("screening.theme_published", "发布专项排查", {"minutes": _MINUTES, "from_day": Fact("开始日期", date)})
VERBS = (DRAWN_UP, PUBLISHED)
