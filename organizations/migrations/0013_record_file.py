"""Files of the rooms' records."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0012_mandates")]

    operations = [
        migrations.CreateModel(
            name="RecordFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=60)),
                ("key", models.BigIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="文件名")),
                ("file", models.FileField(upload_to="records/%Y/%m/")),
                ("content_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sm3", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "记录附件",
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("kind", "key", "sm3"), name="record_file_once")],
            },
        )
    ]
