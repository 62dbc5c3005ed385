"""That a unit is being moved: until the rows that hang on its place have followed, the records answer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0014_record_letters")]

    # A column with a constant default: no row is rewritten.
    operations = [migrations.AddField("unit", "moving", models.BooleanField(default=False))]
