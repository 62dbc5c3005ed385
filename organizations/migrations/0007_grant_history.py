"""Grants are history: what ended stays, given again is a new row; one open row a person, role and unit."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Going back, the former table has room for one row a person, role and unit: what had ended goes.
FORGET_ENDED = "DELETE FROM organizations_grant WHERE ended_on IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("organizations", "0006_journal")]

    operations = [
        migrations.RemoveConstraint(model_name="grant", name="grant_once"),
        migrations.AddField(model_name="grant", name="approved_on", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="grant",
            name="end_reason",
            field=models.CharField(default="", max_length=200, verbose_name="收回理由"),
        ),
        migrations.AddField(
            model_name="grant",
            name="ended_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(model_name="grant", name="ended_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="grant", name="given_on", field=models.DateField(null=True)),
        migrations.AlterField(
            model_name="grant",
            name="staff",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="grants", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.RunSQL(migrations.RunSQL.noop, FORGET_ENDED),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("staff", "role", "unit"), name="grant_open_once"
            ),
        ),
    ]
