"""Two small indexes, made while the table is in use; a kind of inquiry more (no change in the database)."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

INQUIRIES = [
    ("heard_petitioner", "听取信访人陈述"),
    ("interview", "询问有关人员"),
    ("site_visit", "现场查看"),
    ("records", "查阅资料"),
    ("public_answer", "公开答复会"),
    ("other", "其他调查"),
]


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0010_scans"), ("organizations", "0002_local_limits")]

    operations = [
        migrations.AlterField(
            "inquiry", "kind", models.CharField(choices=INQUIRIES, max_length=20, verbose_name="方式")
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["district", "next_due_on", "id"], condition=models.Q(sealed=True), name="case_district_sealed"
            ),
        ),
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["district", "-received_on", "-id"], condition=models.Q(urgent=True), name="case_district_urgent"
            ),
        ),
    ]
