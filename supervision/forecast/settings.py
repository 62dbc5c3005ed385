"""What a site may set of forecasts."""

from kit.settings import Setting

FORECAST_BACK_DAYS = Setting(
    "FORECAST_BACK_DAYS",
    730,
    "预测超期时看过去多少天的期限",
    help="只看在预测之前到期的期限，以后发生的不影响已经作出的预测。",
    unit="天",
    least=90,
    most=3650,
)
FORECAST_WEIGHT = Setting(
    "FORECAST_WEIGHT",
    10,
    "预测超期时全区的情况折合本单位的多少件",
    help="本单位同样情况的件少，就多看全区；越大越接近全区。",
    unit="件",
    least=1,
    most=200,
)
SETTINGS = (FORECAST_BACK_DAYS, FORECAST_WEIGHT)
