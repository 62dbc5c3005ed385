"""What a leg held once is kept on it: a leg that holds or held an accusation stays sealed when its demands have left it.

Back-filled in batches of sealed cases, each committed by itself; run again, it goes on with what is left.
"""

from django.db import migrations, models, transaction
from django.db.models import Q

BATCH = 500


def keep_what_was_held(apps, schema_editor):
    """Mark the legs of sealed cases that hold an accusation, answered one before, or gave back what nobody can tell now."""
    Case, Leg = apps.get_model("cases", "Case"), apps.get_model("cases", "Leg")
    held = Q(state="returned") | Q(demands__kind="accusation") | Q(past_answers__demand__kind="accusation")
    # Whatever came back from a leg by a hand-off of return counts, whatever state the leg is in by now.
    held |= Q(hand_offs__movement="return")
    last = 0
    while keys := list(
        Case.objects.filter(sealed=True, pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        with transaction.atomic():
            found = Leg.objects.filter(held, case__in=keys, held_accusation=False).values_list("pk", flat=True)
            Leg.objects.filter(pk__in=set(found)).update(held_accusation=True)
        last = keys[-1]


class Migration(migrations.Migration):
    atomic = False  # each batch for itself

    dependencies = [("cases", "0012_words")]

    operations = [
        # A column with a constant default: no row is rewritten.
        migrations.AddField("leg", "held_accusation", models.BooleanField(default=False)),
        migrations.RunPython(keep_what_was_held, migrations.RunPython.noop),
    ]
