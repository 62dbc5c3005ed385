"""The reception room: how what citizens bring comes in, channel by channel."""

from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    """Pages of one channel each, the opening register, receipts for originals, calls back."""

    name = "reception"
    verbose_name = "接收登记"
