"""Tokens bound to the password of their owner; those of the former table, bound to nothing, end here."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# The library's own table is there only where the house was installed before; its tokens know no password.
DROP_FORMER = "DROP TABLE IF EXISTS knox_authtoken"
MAKE_FORMER = """
CREATE TABLE IF NOT EXISTS knox_authtoken (
  digest varchar(128) PRIMARY KEY,
  token_key varchar(25) NOT NULL,
  user_id bigint NOT NULL REFERENCES organizations_staff (id) DEFERRABLE INITIALLY DEFERRED,
  created timestamptz NOT NULL,
  expiry timestamptz NULL
);
CREATE INDEX IF NOT EXISTS knox_authtoken_token_key ON knox_authtoken (token_key);
CREATE INDEX IF NOT EXISTS knox_authtoken_user_id ON knox_authtoken (user_id)
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
        migrations.RunSQL(DROP_FORMER, MAKE_FORMER),
    ]
