"""What this floor tells people, and what it notes of the outbox."""

from kit.messages.words import Channel, State
from kit.reasons import Reason
from kit.verbs import Fact, Verb

PASSWORD_WAS_RESET = Reason("password.reset", "密码被重置")
REASONS = (PASSWORD_WAS_RESET,)

MESSAGE_RESENT = Verb(
    "message.resent",
    "再次发送消息",
    {"channel": Fact("方式", str, Channel), "reason": Fact("事由", str), "state": Fact("原状态", str, State)},
)
MESSAGE_VERBS = (MESSAGE_RESENT,)
