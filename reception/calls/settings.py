"""What a site may set of the telephone; the Regulation gives no number for it."""

from kit.settings import Setting

RECORDING_DAYS = Setting(
    "RECORDING_DAYS",
    90,
    "通话录音保存多少天",
    help="登记录音时按当天的规定算出保存到哪一天；期满在工作台上提醒删除。条例没有规定天数，按本单位的录音管理规定填写。",
    unit="天",
    least=1,
    most=3650,
)
SETTINGS = (RECORDING_DAYS,)
