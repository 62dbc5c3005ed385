"""Which words a column may hold is the program's matter: what migrations remember of them goes, no table changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0015_moving_unit")]

    operations = [
        migrations.AlterField(
            model_name="calendarday", name="kind", field=models.CharField(max_length=10, verbose_name="类型")
        ),
        migrations.AlterField(
            model_name="grant", name="role", field=models.CharField(max_length=30, verbose_name="角色")
        ),
        migrations.AlterField(
            model_name="mandate", name="kind", field=models.CharField(max_length=10, verbose_name="种类")
        ),
        migrations.AlterField(
            model_name="recordservice", name="method", field=models.CharField(max_length=20, verbose_name="送达方式")
        ),
        migrations.AlterField(
            model_name="unit", name="kind", field=models.CharField(max_length=30, verbose_name="类型")
        ),
        migrations.AlterField(
            model_name="unit", name="level", field=models.CharField(max_length=10, verbose_name="层级")
        ),
    ]
