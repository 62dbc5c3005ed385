"""Ratings, which the database refuses to change."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT

FORWARD = """
CREATE FUNCTION cases_rating_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a rating is not changed (%)', TG_OP USING ERRCODE = 'insufficient_privilege';
END;
$$;
CREATE TRIGGER cases_rating_no_change BEFORE UPDATE ON cases_rating
    FOR EACH ROW EXECUTE FUNCTION cases_rating_refuse();
"""
BACKWARD = """
DROP TRIGGER cases_rating_no_change ON cases_rating;
DROP FUNCTION cases_rating_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0042_cause"),
        ("organizations", "0015_moving_unit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "Rating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rated", models.CharField(max_length=10, verbose_name="评价对象")),
                ("score", models.CharField(max_length=10, verbose_name="评价")),
                ("way", models.CharField(max_length=10, verbose_name="评价方式")),
                ("words", models.TextField(default="", verbose_name="信访人的话")),
                ("on", models.DateField(verbose_name="评价日期")),
                ("by", models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+")),
                ("document", models.ForeignKey("cases.document", CASCADE, related_name="+")),
                ("leg", models.ForeignKey("cases.leg", CASCADE, related_name="ratings")),
                ("unit", models.ForeignKey("organizations.unit", PROTECT, related_name="+")),
            ],
            options={
                "verbose_name": "满意度评价",
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("document", "rated"), name="rating_once_a_stage")],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
