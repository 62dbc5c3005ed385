"""Words of the reports to congress and conference."""

from law.words import Word


class ReportedTo(Word):
    """报告的机关."""

    CONGRESS = "congress", "人大常委会"
    CONFERENCE = "conference", "政协"


class ReportState(Word):
    """报告的状态."""

    REPORTED = "reported", "已报告"
    REMARKED = "remarked", "有意见待回复"
    REPLIED = "replied", "已回复"
