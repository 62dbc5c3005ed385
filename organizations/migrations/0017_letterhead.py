"""What the letters of a unit say of it: legal name, line above the date, whom to ask and where."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0016_words_are_the_programs")]

    operations = [
        migrations.AddField(
            model_name="unit",
            name="legal_name",
            field=models.CharField(default="", max_length=100, verbose_name="机关全称"),
        ),
        migrations.AddField(
            model_name="unit",
            name="seal_line",
            field=models.CharField(default="", max_length=100, verbose_name="落款署名"),
        ),
        migrations.AddField(
            model_name="unit",
            name="contact_person",
            field=models.CharField(default="", max_length=40, verbose_name="联系人"),
        ),
        migrations.AddField(
            model_name="unit",
            name="contact_phone",
            field=models.CharField(default="", max_length=40, verbose_name="联系电话"),
        ),
        migrations.AddField(
            model_name="unit", name="address", field=models.CharField(default="", max_length=200, verbose_name="地址")
        ),
    ]
