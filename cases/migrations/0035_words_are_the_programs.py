"""Which words a column may hold is the program's matter from now on: what migrations remember of them goes, no table changes."""

from django.db import migrations
from django.db.migrations.operations.base import Operation


class WithoutWords(Operation):
    """Forget the choices of every column of characters."""

    reduces_to_sql = False
    reversible = True

    def state_forwards(self, app_label, state):
        for (label, name), model in list(state.models.items()):
            if label == app_label:
                model.fields = {key: forgetful(field) for key, field in model.fields.items()}
                state.reload_model(label, name, delay=True)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        pass

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        pass

    def describe(self):
        return "Forget the words that columns may hold"


def forgetful(field):
    inner = getattr(field, "base_field", None)
    known = inner if inner is not None else field
    if known.get_internal_type() != "CharField" or not known.choices:
        return field
    field = field.clone()
    (field.base_field if inner is not None else field).choices = None
    return field


class Migration(migrations.Migration):
    dependencies = [("cases", "0034_clock_ends")]

    operations = [WithoutWords()]
