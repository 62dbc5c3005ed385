"""What a site may set of doubtful zeros and early warnings."""

from kit.settings import Setting

DOUBT_ZEROS = Setting("SCREENING_DOUBT_ZEROS", 8, "连续几期零报告起存疑", unit="期", least=3, most=260)
DOUBT_PEOPLE = Setting(
    "SCREENING_DOUBT_PEOPLE",
    3,
    "同期几名不同的信访人反映这个地方，零报告存疑",
    help="不少于3人；检举控告、匿名的、反映该村（社区）或者该镇的不计；只有镇和区看得到，不显示信访件和日期。",
    unit="人",
    least=3,
    most=1000,
)
WARN_DAYS = Setting("SCREENING_WARN_DAYS", 14, "苗头预警看多少天以内的矛盾纠纷", unit="天", least=1, most=90)
WARN_PEOPLE = Setting("SCREENING_WARN_PEOPLE", 10, "同一地点同一类型牵涉多少人起预警", unit="人", least=2, most=10_000)
WARN_REPORTS = Setting("SCREENING_WARN_REPORTS", 3, "同一地点同一类型多少起起预警", unit="起", least=2, most=1000)
WARN_ANSWER_DAYS = Setting(
    "SCREENING_WARN_ANSWER_DAYS", 1, "苗头预警几个工作日内答复", unit="个工作日", least=1, most=10
)
SETTINGS = (DOUBT_ZEROS, DOUBT_PEOPLE, WARN_DAYS, WARN_PEOPLE, WARN_REPORTS, WARN_ANSWER_DAYS)
