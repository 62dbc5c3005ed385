"""Words of the yearly assessment of units: who is assessed, on which duty, by which formula, how far it is (Art. 39, para 1)."""

from law.words import Word


class AssessedGroup(Word):
    """Which units one scheme assesses."""

    TOWNS = "towns", "乡镇街道"
    DEPARTMENTS = "departments", "部门"
    VILLAGES = "villages", "村（社区）"


class AssessedDuty(Word):
    """The duties of officials that may be assessed; there is no other."""

    TIME = "time", "时限"
    NOTICE = "notice", "告知"
    QUALITY = "quality", "质量"
    EXECUTION = "execution", "执行"
    ATTENDANCE = "attendance", "参会"


class Formula(Word):
    """How a figure is read from what is recorded: always a share of what was owed, never how much came in."""

    CLOCKS_IN_TIME = "clocks_in_time", "期限按时完成率"
    NOTICES_IN_TIME = "notices_in_time", "按时告知率"
    SOUND_ROWS = "sound_rows", "质量抽查无缺陷率"
    CARRIED_OUT = "carried_out", "处理意见按时执行率"
    ORDERS_IN_TIME = "orders_in_time", "督办按时反馈率"
    ATTENDED = "attended", "应到会议到会率"


class SchemeState(Word):
    """How far an assessment is."""

    DRAFT = "draft", "拟定"
    OPEN = "open", "征求意见"
    PUBLISHED = "published", "已公布"


class ResultState(Word):
    """Where one unit's result stands."""

    DRAFT = "draft", "评分中"
    OPEN = "open", "征求意见"
    OBJECTED = "objected", "有异议待核"
    PUBLISHED = "published", "已公布"


class PublishedTo(Word):
    """To whom a published result is made known (Art. 39, para 1: within a fitting circle)."""

    OWN = "own", "各单位只看本单位的"
    ALL = "all", "参加同一考核的单位都能看"


class SpotDuty(Word):
    """What somebody had to receive or to report on a day."""

    MEETING = "meeting", "到会"
    TASK = "task", "反馈任务"
    ORDER = "order", "反馈督办件"
    PROMISE = "promise", "兑现承诺"
