"""The words of daily practice for roles; nothing changes in the database."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0004_api_token")]

    operations = [
        migrations.AlterField(
            model_name="grant",
            name="role",
            field=models.CharField(
                choices=[
                    ("window_clerk", "窗口登记员"),
                    ("router", "分办员"),
                    ("handler", "承办人"),
                    ("head", "单位负责人"),
                    ("coordinator", "调查处理协调员"),
                    ("dispatcher", "乡镇工作调度员"),
                    ("informant", "村（社区）信息员"),
                    ("supervisor", "督查员"),
                    ("leader", "领导"),
                    ("analyst", "分析员"),
                    ("sealed_desk", "检举控告专管员"),
                    ("system_admin", "系统管理员"),
                    ("security_admin", "安全管理员"),
                    ("security_auditor", "安全审计员"),
                ],
                max_length=30,
                verbose_name="角色",
            ),
        )
    ]
