"""What was counted is never rewritten, and no score changes once its result is published: the database refuses both."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION supervision_assessmentfact_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what an assessment counted is not rewritten' USING ERRCODE = 'insufficient_privilege';
END;
$$;
CREATE TRIGGER supervision_assessmentfact_no_change BEFORE UPDATE ON supervision_assessmentfact FOR EACH ROW
    WHEN ((NEW.score_id, NEW.key, NEW.what, NEW.due_on, NEW.done_on, NEW.good)
          IS DISTINCT FROM (OLD.score_id, OLD.key, OLD.what, OLD.due_on, OLD.done_on, OLD.good))
    EXECUTE FUNCTION supervision_assessmentfact_refuse();
CREATE FUNCTION supervision_assessmentscore_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM supervision_assessmentresult WHERE id = OLD.result_id AND state = 'published') THEN
        RAISE EXCEPTION 'a published score does not change' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER supervision_assessmentscore_no_change BEFORE UPDATE ON supervision_assessmentscore
    FOR EACH ROW EXECUTE FUNCTION supervision_assessmentscore_refuse();
"""
BACKWARD = """
DROP TRIGGER supervision_assessmentscore_no_change ON supervision_assessmentscore;
DROP FUNCTION supervision_assessmentscore_refuse();
DROP TRIGGER supervision_assessmentfact_no_change ON supervision_assessmentfact;
DROP FUNCTION supervision_assessmentfact_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("supervision", "0050_assessment")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
