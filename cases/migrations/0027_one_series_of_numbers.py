"""The numbers of letters go on in the one series of the whole house, from where they stood; the old table goes."""

from django.db import migrations

# Nobody numbers a letter between the copy and the end of the old table; it has a row per unit, kind and year.
FORWARD = """
LOCK TABLE cases_documentcounter IN ACCESS EXCLUSIVE MODE;
INSERT INTO organizations_papercounter (unit_id, kind, year, last)
SELECT unit_id, kind, year, last FROM cases_documentcounter
ON CONFLICT (unit_id, kind, year) DO UPDATE SET last = GREATEST(organizations_papercounter.last, EXCLUDED.last);
"""
# Letters of records have codes with a point: their numbers were never in the old table.
BACKWARD = """
INSERT INTO cases_documentcounter (unit_id, kind, year, last)
SELECT unit_id, kind, year, last FROM organizations_papercounter WHERE position('.' in kind) = 0;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0026_party_actor"), ("organizations", "0014_record_letters")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD), migrations.DeleteModel(name="DocumentCounter")]
