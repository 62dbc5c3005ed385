"""Every event, and every unit that a case comes to, awaits its place in the feed; those of before get theirs first."""

from django.db import migrations

FORWARD = """
INSERT INTO organizations_awaiting (kind, key) SELECT 'event', id FROM cases_event ORDER BY id;
CREATE TRIGGER cases_event_awaits AFTER INSERT ON cases_event
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION organizations_await('event');
CREATE TRIGGER cases_involvement_awaits AFTER INSERT ON cases_involvement
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION organizations_await('arrival');
"""
BACKWARD = """
DROP TRIGGER cases_involvement_awaits ON cases_involvement;
DROP TRIGGER cases_event_awaits ON cases_event;
DELETE FROM organizations_awaiting WHERE kind IN ('event', 'arrival');
DELETE FROM organizations_feedposition WHERE kind IN ('event', 'arrival');
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_words_of_practice"), ("organizations", "0006_journal")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
