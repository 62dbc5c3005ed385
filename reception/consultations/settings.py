"""What a site may set of consultations; the law gives no number for any of it."""

from kit.settings import Setting
from reception.models import Service


def _days(service: Service, days: int, least: int = 1) -> Setting:
    return Setting(
        f"SERVICE_DAYS_{service.value.upper()}",
        days,
        f"{service.label}多少天内办完",
        help="从登记当天起算；法律、条例没有规定，按本单位的服务承诺填写。",
        unit="天",
        least=least,
        most=180,
    )


DAYS = {
    Service.EXPLAINED: _days(Service.EXPLAINED, 0, 0),
    Service.AT_ONCE: _days(Service.AT_ONCE, 0, 0),
    Service.PROMISED: _days(Service.PROMISED, 5),
    Service.ON_BEHALF: _days(Service.ON_BEHALF, 10),
    Service.JOINT: _days(Service.JOINT, 15),
}
SHARE = Setting(
    "CONSULTATION_DRAW_SHARE",
    2,
    "咨询登记每周抽查的比例",
    help="每周一抽上一周的，至少一条，由没有经手的人核对是不是应当登记为信访件。",
    unit="%",
    least=1,
    most=100,
)
SETTINGS = (*DAYS.values(), SHARE)
