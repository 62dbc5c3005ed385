"""The words of the outbox: channels, states, how an attempt ended, and why it failed."""

from law.words import Word


class Channel(Word):
    """发送方式."""

    PRODUCT = "product", "站内"
    MAIL = "mail", "电子邮件"
    SMS = "sms", "短信"
    MESSENGER = "messenger", "政务即时通讯"


# Sent at most once: a claim is committed as unknown before the call, and nobody but a person sends it again.
AT_MOST_ONCE = (Channel.SMS, Channel.MESSENGER)


class State(Word):
    """消息的状态."""

    WAITING = "waiting", "等待发送"
    SENT = "sent", "已发出"
    DELIVERED = "delivered", "已送达"
    FAILED = "failed", "发送失败"
    UNKNOWN = "unknown", "结果不明"


# What a person must look at; it may be sent again with a click.
STUCK = (State.FAILED, State.UNKNOWN)


class Result(Word):
    """一次发送的结果."""

    ACCEPTED = "accepted", "通道已接收"
    REFUSED = "refused", "被拒绝"
    NOT_SENT = "not_sent", "没有发出"
    UNKNOWN = "unknown", "结果不明"
    DELIVERED = "delivered", "已送达"
    UNDELIVERED = "undelivered", "未能送达"


class Why(Word):
    """没有成功的原因."""

    ADDRESS = "address", "号码或者地址不对"
    BLOCKED = "blocked", "被对方或者运营商拦截"
    UNREACHABLE = "unreachable", "通道连接不上"
    THROTTLED = "throttled", "通道限流"
    TIMEOUT = "timeout", "通道没有答复"
    BROKEN_OFF = "broken_off", "发送中断"
    UNDELIVERED = "undelivered", "回执：未能送达"
    NO_CHANNEL = "no_channel", "没有接通这种发送方式"
    OUT_OF_REACH = "out_of_reach", "收件人已不能知悉"
    UNREADABLE = "unreadable", "内容无法解密"
