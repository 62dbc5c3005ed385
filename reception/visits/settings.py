"""What a site may set of visits; where the Regulation gives a number it is said with it."""

from kit.settings import Setting

COLLECTIVE_FROM = Setting(
    "COLLECTIVE_VISIT_FROM",
    5,
    "集体访从多少人算起",
    help="条例没有规定；按上级的统计口径填写。登记来访时按当天的规定记下，以后改了不影响已经登记的。",
    unit="人",
    least=2,
    most=1000,
)
ANSWER_DAYS = Setting(
    "VISIT_ANSWER_DAYS",
    15,
    "来访没有写明谁在哪天答复的，首问责任人多少天内答复",
    help="件件有答复：当场不能答复、又没有指定的，由首问责任人在这么多天内答复。受理告知的期限另按条例第二十三条计算。",
    unit="天",
    least=0,
    most=60,
)
SETTINGS = (COLLECTIVE_FROM, ANSWER_DAYS)
