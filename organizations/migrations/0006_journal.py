"""The journal, its chain, and the places of the feed; a trigger puts every entry among those that await one."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FORWARD = """
CREATE FUNCTION organizations_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only (%)', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END;
$$;
CREATE TRIGGER organizations_journalentry_no_change BEFORE UPDATE OR DELETE ON organizations_journalentry
    FOR EACH ROW EXECUTE FUNCTION organizations_append_only();
CREATE TRIGGER organizations_journalentry_no_truncate BEFORE TRUNCATE ON organizations_journalentry
    FOR EACH STATEMENT EXECUTE FUNCTION organizations_append_only();
CREATE TRIGGER organizations_journallink_no_change BEFORE UPDATE OR DELETE ON organizations_journallink
    FOR EACH ROW EXECUTE FUNCTION organizations_append_only();
CREATE TRIGGER organizations_journallink_no_truncate BEFORE TRUNCATE ON organizations_journallink
    FOR EACH STATEMENT EXECUTE FUNCTION organizations_append_only();
CREATE FUNCTION organizations_await() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO organizations_awaiting (kind, key) SELECT TG_ARGV[0], id FROM fresh ORDER BY id;
    RETURN NULL;
END;
$$;
CREATE TRIGGER organizations_journalentry_awaits AFTER INSERT ON organizations_journalentry
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION organizations_await('entry');
"""
BACKWARD = """
DROP TRIGGER organizations_journalentry_awaits ON organizations_journalentry;
DROP FUNCTION organizations_await();
DROP TRIGGER organizations_journallink_no_truncate ON organizations_journallink;
DROP TRIGGER organizations_journallink_no_change ON organizations_journallink;
DROP TRIGGER organizations_journalentry_no_truncate ON organizations_journalentry;
DROP TRIGGER organizations_journalentry_no_change ON organizations_journalentry;
DROP FUNCTION organizations_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("organizations", "0005_words_of_practice")]

    operations = [
        migrations.CreateModel(
            name="Awaiting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("key", models.BigIntegerField()),
            ],
            options={"verbose_name": "待编号"},
        ),
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("origin", models.CharField(default="", max_length=60, verbose_name="来源")),
                ("verb", models.CharField(max_length=40, verbose_name="事项")),
                ("kind", models.CharField(default="", max_length=60, verbose_name="对象")),
                ("key", models.BigIntegerField(null=True, verbose_name="对象编号")),
                ("facts", models.JSONField(default=dict, verbose_name="要素")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="操作人",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="区县",
                    ),
                ),
                (
                    "for_whom",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="代谁操作",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={"verbose_name": "日志", "ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="FeedPosition",
            fields=[
                ("position", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("key", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "变动次序",
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("kind", "key"), name="feed_position_once")],
            },
        ),
        migrations.CreateModel(
            name="JournalLink",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="link",
                        serialize=False,
                        to="organizations.journalentry",
                    ),
                ),
                ("day", models.DateField(verbose_name="日期")),
                ("sequence", models.PositiveIntegerField(verbose_name="序号")),
                ("previous", models.CharField(default="", max_length=64)),
                ("digest", models.CharField(max_length=64)),
                ("chained_at", models.DateTimeField()),
                ("late", models.BooleanField(default=False, verbose_name="补链")),
                (
                    "district",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
            ],
            options={"verbose_name": "日志链", "ordering": ["district_id", "day", "sequence"]},
        ),
        migrations.AddIndex(
            model_name="journalentry", index=models.Index(fields=["district", "-id"], name="journal_district")
        ),
        migrations.AddIndex(model_name="journalentry", index=models.Index(fields=["by", "-id"], name="journal_by")),
        migrations.AddIndex(model_name="journalentry", index=models.Index(fields=["verb", "-id"], name="journal_verb")),
        migrations.AddIndex(
            model_name="journalentry", index=models.Index(fields=["kind", "key", "-id"], name="journal_about")
        ),
        migrations.AddConstraint(
            model_name="journallink",
            constraint=models.UniqueConstraint(
                fields=("district", "day", "sequence"), name="journal_link_once", nulls_distinct=False
            ),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
