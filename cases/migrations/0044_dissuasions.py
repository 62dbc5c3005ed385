"""劝阻、批评、教育: a table of its own, without an index by which people could be found."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT


class Migration(migrations.Migration):
    dependencies = [("cases", "0043_ratings")]

    operations = [
        migrations.CreateModel(
            "Dissuasion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=12, verbose_name="方式")),
                ("on", models.DateField(verbose_name="日期")),
                ("at_time", models.CharField(default="", max_length=20, verbose_name="时间")),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                ("happened", models.TextField(verbose_name="当时的情况")),
                ("said", models.TextField(verbose_name="说了什么")),
                ("remark", models.TextField(default="", verbose_name="信访人的说明")),
                ("remarked_on", models.DateField(null=True, verbose_name="说明日期")),
                ("by", models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+")),
                ("case", models.ForeignKey("cases.case", CASCADE, related_name="dissuasions")),
                ("unit", models.ForeignKey("organizations.unit", PROTECT, related_name="+")),
            ],
            options={"verbose_name": "劝阻教育记录", "ordering": ["on", "id"]},
        )
    ]
