"""What this floor tells people, and what it notes of the outbox."""

from kit.messages.failing import MESSAGE_FAILED
from kit.messages.knowing import reasons
from kit.messages.words import Channel, State
from kit.reasons import Reason
from kit.verbs import Fact, Verb

PASSWORD_WAS_RESET = Reason("password.reset", "密码被重置")
REASONS = (PASSWORD_WAS_RESET, MESSAGE_FAILED)


def _reasons() -> dict[str, str]:
    return {code: reason.label for code, reason in reasons().items()}


MESSAGE_RESENT = Verb(
    "message.resent",
    "再次发送消息",
    {
        "channel": Fact("方式", str, Channel),
        "reason": Fact("事由", str, named=_reasons),
        "state": Fact("原状态", str, State),
    },
)
MESSAGE_REPORTED = Verb(
    "message.reported",
    "收到送达回执",
    {"channel": Fact("方式", str, Channel), "delivered": Fact("送达", bool), "counted": Fact("改变了状态", bool)},
)
MESSAGE_VERBS = (MESSAGE_RESENT, MESSAGE_REPORTED)
