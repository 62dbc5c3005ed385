"""Fill in which accusations wait for their respondents to be linked; then the index that finds them.

The sealed cases are walked in batches by key, each batch in a short transaction of its own: stopped anywhere, the
migration is run again and does the same. Whose own line a respondent's name means is read from the opened name; in
doubt the registrar keeps number and receipt only, and the sealed desk has the case.
"""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models, transaction

BATCH = 500
SHORTEST = 2


def hide_unlinked(apps, schema_editor):
    case_rows = apps.get_model("cases", "Case").objects.filter(sealed=True)
    below = case_rows.exclude(unit__kind="petition_office").select_related("registered_by__unit").order_by("pk")
    last = 0
    while batch := list(below.filter(pk__gt=last)[:BATCH]):
        with transaction.atomic():
            for case in batch:
                _hide(apps, case)
        last = batch[-1].pk


def _hide(apps, case):
    accused = apps.get_model("cases", "Respondent").objects.filter(case=case, accused=True)
    nobody = list(accused.filter(unit=None, staff=None, outside=False))
    demands = apps.get_model("cases", "Demand").objects.filter(case=case, kind="accusation")
    if not nobody and not demands.filter(respondents=None).exists():
        return
    named = bool(nobody and case.registered_by and _names_own_line(apps, nobody, case.registered_by))
    type(case).objects.filter(pk=case.pk).update(unlinked=True, registrar_named=named)


def _names_own_line(apps, respondents, registrar):
    grants = apps.get_model("organizations", "Grant").objects.filter(staff=registrar).select_related("unit")
    stands = [registrar.unit, *(grant.unit for grant in grants)]
    keys = {int(key) for unit in stands for key in unit.path.strip("/").split("/") if key}
    units = apps.get_model("organizations", "Unit").objects.filter(pk__in=keys).exclude(kind="area")
    people = apps.get_model("organizations", "Staff").objects.filter(unit__in=units)
    meant = {*units.values_list("name", flat=True), *units.values_list("short_name", flat=True)}
    meant |= {name.removesuffix("人民政府") for name in units.filter(kind="town").values_list("name", flat=True)}
    meant |= set(people.values_list("name", flat=True))
    return any(
        each in respondent.name + respondent.position or (len(respondent.name) >= SHORTEST and respondent.name in each)
        for respondent in respondents
        for each in meant
        if len(each) >= SHORTEST
    )


class Migration(migrations.Migration):
    atomic = False  # as CREATE INDEX CONCURRENTLY wants it, and so that each batch stands

    dependencies = [("cases", "0014_unlinked_columns")]

    operations = [
        migrations.RunPython(hide_unlinked, migrations.RunPython.noop),
        AddIndexConcurrently(
            "case",
            models.Index(
                fields=["district", "-received_on", "-id"],
                condition=models.Q(unlinked=True),
                name="case_district_unlinked",
            ),
        ),
    ]
