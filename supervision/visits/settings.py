"""What a site may set of return visits; the Regulation gives no number for any of it."""

from kit.settings import Setting

VISIT_TRIES = Setting(
    "VISIT_TRIES",
    3,
    "回访联系不上的，最多联系几次",
    help="达到次数仍没有联系上的，回访记为联系不上。条例没有规定次数。",
    unit="次",
    least=1,
    most=10,
)
VISIT_AGAIN_DAYS = Setting(
    "VISIT_AGAIN_DAYS",
    180,
    "同一信访件多少天内不再抽取回访",
    help="免得反复打扰信访人；谢绝回访的件不再抽取。",
    unit="天",
    least=0,
    most=1000,
)
VISIT_EXECUTION_DAYS = Setting(
    "VISIT_EXECUTION_DAYS",
    60,
    "支持的诉求办结多少天后没有登记执行完成的，可以抽取回访",
    help="条例第三十二条第二款要求督促执行，没有规定天数。",
    unit="天",
    least=1,
    most=1000,
)
SETTINGS = (VISIT_TRIES, VISIT_AGAIN_DAYS, VISIT_EXECUTION_DAYS)
