"""A letter keeps its title, and the name, the line above the date and the contact of its unit, as they were on its day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0047_no_request")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="heading",
            field=models.CharField(default="", max_length=200, verbose_name="标题"),
        ),
        migrations.AddField(
            model_name="document",
            name="signed_name",
            field=models.CharField(default="", max_length=100, verbose_name="发文机关"),
        ),
        migrations.AddField(
            model_name="document",
            name="seal_line",
            field=models.CharField(default="", max_length=100, verbose_name="落款署名"),
        ),
        migrations.AddField(
            model_name="document",
            name="contact",
            field=models.CharField(default="", max_length=400, verbose_name="联系方式"),
        ),
    ]
