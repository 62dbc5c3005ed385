"""What turns a petition away is approved by a second person and can be undone: who asked, who decided, what proves it.

Columns without defaults to write, or with constant ones; what left the procedure before has nobody who asked, and stands.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def by():
    return models.ForeignKey(
        db_index=False,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0046_reclassification"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField("sideexit", "held_by", models.CharField("办理同一事项的单位", default="", max_length=200)),
        migrations.AddField("sideexit", "held_until", models.DateField("同一事项的办理期限届满日", null=True)),
        migrations.AddField("sideexit", "asked_on", models.DateField("作出决定的日期", null=True)),
        migrations.AddField("sideexit", "asked_by", by()),
        migrations.AddField("sideexit", "approved", models.BooleanField("核准", null=True)),
        migrations.AddField("sideexit", "decided_on", models.DateField("核准日期", null=True)),
        migrations.AddField("sideexit", "decided_by", by()),
        migrations.AddField("sideexit", "decided_words", models.TextField("核准意见", default="")),
        migrations.AddField("sideexit", "reopened_on", models.DateField("恢复办理的日期", null=True)),
        migrations.AddField("sideexit", "reopened_by", by()),
        migrations.AddField("sideexit", "reopened_reason", models.TextField("恢复办理的理由", default="")),
    ]
