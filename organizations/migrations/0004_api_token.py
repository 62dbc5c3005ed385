"""Tokens bound to the password of their owner; those of the former table, bound to nothing, end here."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# On a new database the former table may come later or never: there is nothing to empty then.
END_FORMER = """
DO $$ BEGIN
  IF to_regclass('knox_authtoken') IS NOT NULL THEN DELETE FROM knox_authtoken; END IF;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("organizations", "0003_local_rules")]

    operations = [
        migrations.CreateModel(
            "ApiToken",
            [
                ("digest", models.CharField(max_length=128, primary_key=True, serialize=False)),
                ("token_key", models.CharField(db_index=True, max_length=25)),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("expiry", models.DateTimeField(blank=True, null=True)),
                ("bond", models.CharField(max_length=64)),
                ("last_used_on", models.DateField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="auth_token_set",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "访问令牌"},
        ),
        migrations.RunSQL(END_FORMER, migrations.RunSQL.noop),
    ]
