"""The outbox: messages and the attempts to send them; a partial index holds what is due, another what is stuck."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("product", "站内"),
                            ("mail", "电子邮件"),
                            ("sms", "短信"),
                            ("messenger", "政务即时通讯"),
                        ],
                        max_length=20,
                        verbose_name="方式",
                    ),
                ),
                ("address", kit.sealed_fields.SealedTextField(default="", verbose_name="地址")),
                ("subject", kit.sealed_fields.SealedTextField(default="", verbose_name="标题")),
                ("text", kit.sealed_fields.SealedTextField(verbose_name="内容")),
                ("url", models.CharField(default="", max_length=200, verbose_name="链接")),
                ("reason", models.CharField(max_length=40, verbose_name="事由")),
                ("about", models.BigIntegerField(null=True, verbose_name="对象编号")),
                ("district", models.BigIntegerField(null=True, verbose_name="区县")),
                ("once", models.CharField(default="", max_length=120, verbose_name="只发一次")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等待发送"),
                            ("sent", "已发出"),
                            ("delivered", "已送达"),
                            ("failed", "发送失败"),
                            ("unknown", "结果不明"),
                        ],
                        default="waiting",
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("address", "号码或者地址不对"),
                            ("blocked", "被对方或者运营商拦截"),
                            ("unreachable", "通道连接不上"),
                            ("throttled", "通道限流"),
                            ("timeout", "通道没有答复"),
                            ("broken_off", "发送中断"),
                            ("undelivered", "回执：未能送达"),
                            ("no_channel", "没有接通这种发送方式"),
                            ("out_of_reach", "收件人已不能知悉"),
                            ("unreadable", "内容无法解密"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="原因",
                    ),
                ),
                ("queued_at", models.DateTimeField(verbose_name="时间")),
                ("due_at", models.DateTimeField(verbose_name="何时发送")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="次数")),
                ("pauses", models.PositiveSmallIntegerField(default=0)),
                ("claimed_until", models.DateTimeField(null=True)),
                ("delivered_at", models.DateTimeField(null=True, verbose_name="送达时间")),
                (
                    "staff",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
            ],
            options={"verbose_name": "消息", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="第几次")),
                ("reference", models.CharField(max_length=32, unique=True)),
                ("began_at", models.DateTimeField(verbose_name="时间")),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("accepted", "通道已接收"),
                            ("refused", "被拒绝"),
                            ("not_sent", "没有发出"),
                            ("unknown", "结果不明"),
                            ("delivered", "已送达"),
                            ("undelivered", "未能送达"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="结果",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("address", "号码或者地址不对"),
                            ("blocked", "被对方或者运营商拦截"),
                            ("unreachable", "通道连接不上"),
                            ("throttled", "通道限流"),
                            ("timeout", "通道没有答复"),
                            ("broken_off", "发送中断"),
                            ("undelivered", "回执：未能送达"),
                            ("no_channel", "没有接通这种发送方式"),
                            ("out_of_reach", "收件人已不能知悉"),
                            ("unreadable", "内容无法解密"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="原因",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attempts", to="outbox.message"
                    ),
                ),
            ],
            options={"verbose_name": "发送记录", "ordering": ["message_id", "number"]},
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("state", "waiting")), fields=["channel", "due_at", "id"], name="outbox_due"
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("state__in", ("failed", "unknown"))),
                fields=["district", "-id"],
                name="outbox_stuck",
            ),
        ),
        migrations.AddIndex(
            model_name="message", index=models.Index(fields=["district", "state", "-id"], name="outbox_state")
        ),
        migrations.AddIndex(
            model_name="message", index=models.Index(fields=["district", "-id"], name="outbox_district")
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("channel", "product")), fields=["staff", "-id"], name="outbox_of_staff"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=models.Q(("once", ""), _negated=True), fields=("once",), name="outbox_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.UniqueConstraint(fields=("message", "number"), name="outbox_attempt_once"),
        ),
    ]
