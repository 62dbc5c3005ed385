"""Events are append-only: the database itself refuses update, delete and truncate; case numbers come from a sequence."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION cases_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'cases_event is append-only (%)', TG_OP USING ERRCODE = 'insufficient_privilege';
END;
$$;
CREATE TRIGGER cases_event_no_change BEFORE UPDATE OR DELETE ON cases_event
    FOR EACH ROW EXECUTE FUNCTION cases_event_refuse();
CREATE TRIGGER cases_event_no_truncate BEFORE TRUNCATE ON cases_event
    FOR EACH STATEMENT EXECUTE FUNCTION cases_event_refuse();
CREATE SEQUENCE cases_case_number_seq;
"""
BACKWARD = """
DROP SEQUENCE cases_case_number_seq;
DROP TRIGGER cases_event_no_truncate ON cases_event;
DROP TRIGGER cases_event_no_change ON cases_event;
DROP FUNCTION cases_event_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_first_records")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
