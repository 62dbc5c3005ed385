"""The day of urgent matters has indexes; others go that nothing asks: each begins another one too, or helps only to search within a digest, and costs every write.

Dropped and made while the tables are in use. What the models say of the columns changes in the state alone: a key
without an index of its own stays the declared key that it is.
"""

import django.db.models.deletion
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

# Each with what another index begins with it.
KEYS = (
    ("case", "district", "cases_case", "cases_case_district_id_60fa1ba0"),
    ("case", "unit", "cases_case", "cases_case_unit_id_f34fc706"),
    ("clock", "district", "cases_clock", "cases_clock_district_id_35903af1"),
    ("clock", "leg", "cases_clock", "cases_clock_leg_id_d673e64e"),
    ("clock", "unit", "cases_clock", "cases_clock_unit_id_cbd9c5ce"),
    ("event", "case", "cases_event", "cases_event_case_id_59b954a1"),
    ("event", "district", "cases_event", "cases_event_district_id_f07b35f9"),
    ("followup", "event", "cases_followup", "cases_followup_event_id_b64b4e55"),
    ("handoff", "district", "cases_handoff", "cases_handoff_district_id_c6b30367"),
    ("involvement", "case", "cases_involvement", "cases_involvement_case_id_14405d50"),
    ("involvement", "district", "cases_involvement", "cases_involvement_district_id_a847dfcb"),
    ("involvement", "unit", "cases_involvement", "cases_involvement_unit_id_53d68a0a"),
    ("leg", "district", "cases_leg", "cases_leg_district_id_1a436cc1"),
    ("notice", "event", "cases_notice", "cases_notice_event_id_f38245ec"),
)
# A digest is looked up whole.
WITHIN = {
    "id_digest": "cases_party_id_digest_30bb4833_like",
    "name_digest": "cases_party_name_digest_4e3329b6_like",
    "phone_digest": "cases_party_phone_digest_37ae3c15_like",
    "pinyin_digest": "cases_party_pinyin_digest_68e76043_like",
}
NULLABLE = {"district", "clock.unit", "clock.leg"}
CASCADING = {"involvement.case", "clock.leg"}
NAMED = {"case.district": "区县", "case.unit": "登记单位"}
RELATED = {
    "clock.leg": ("cases.leg", "clocks"),
    "event.case": ("cases.case", "events"),
    "involvement.case": ("cases.case", "involvements"),
    "followup.event": ("cases.event", "follow_ups"),
    "notice.event": ("cases.event", "notices"),
}


def key(model, name):
    """The column as the model has it now."""
    whole = f"{model}.{name}"
    to, back = RELATED.get(whole, ("organizations.unit", "+"))
    more = {"null": True} if {name, whole} & NULLABLE else {}
    more |= {"verbose_name": NAMED[whole]} if whole in NAMED else {}
    away = django.db.models.deletion.CASCADE if whole in CASCADING else django.db.models.deletion.PROTECT
    return models.ForeignKey(to, db_index=False, on_delete=away, related_name=back, **more)


class Migration(migrations.Migration):
    atomic = False  # as DROP INDEX CONCURRENTLY wants it

    dependencies = [("cases", "0030_work_rows")]

    operations = [
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["district", "registered_on"], condition=models.Q(urgent=True), name="case_urgent_registered"
            ),
        ),
        AddIndexConcurrently("urgentreport", models.Index(fields=["reported_on"], name="urgent_reported")),
        AddIndexConcurrently(
            "urgentreport",
            models.Index(fields=["receipt_on"], condition=models.Q(receipt_on__isnull=False), name="urgent_received"),
        ),
        AddIndexConcurrently(
            "clock", models.Index(fields=["leg"], condition=models.Q(leg__isnull=False), name="clock_leg")
        ),
        *(
            migrations.SeparateDatabaseAndState(
                state_operations=[migrations.AlterField(model, name, key(model, name))],
                database_operations=[
                    migrations.RunSQL(
                        f"DROP INDEX CONCURRENTLY IF EXISTS {index}",
                        f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {index} ON {table} ({name}_id)",
                    )
                ],
            )
            for model, name, table, index in KEYS
        ),
        *(
            migrations.RunSQL(
                f"DROP INDEX CONCURRENTLY IF EXISTS {index}",
                f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {index} ON cases_party ({column} varchar_pattern_ops)",
            )
            for column, index in WITHIN.items()
        ),
    ]
