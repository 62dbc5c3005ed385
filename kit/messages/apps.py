"""The outbox as a Django app; Django's own flash messages have the label that its name would give."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Messages and the attempts to send them."""

    name = "kit.messages"
    label = "outbox"
    verbose_name = "消息发送"
