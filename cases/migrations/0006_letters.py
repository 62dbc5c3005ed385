"""Letters: the sheet, wording and check code of a document, returned mail, witnesses, consent, edited words."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cases.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_handling"),
        ("organizations", "0001_first_records"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="electronic_consent",
            field=models.CharField(default="", max_length=200, verbose_name="同意电子送达"),
        ),
        migrations.AddField(
            model_name="case",
            name="electronic_consent_on",
            field=models.DateField(null=True, verbose_name="同意电子送达日期"),
        ),
        migrations.AddField(
            model_name="document",
            name="check_code",
            field=models.CharField(default="", max_length=32, verbose_name="核验码"),
        ),
        migrations.AddField(
            model_name="document",
            name="layout",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="版式"),
        ),
        migrations.AddField(
            model_name="service",
            name="returned_on",
            field=models.DateField(null=True, verbose_name="退回日期"),
        ),
        migrations.AddField(
            model_name="service",
            name="returned_reason",
            field=models.CharField(default="", max_length=200, verbose_name="退回原因"),
        ),
        migrations.AddField(
            model_name="service",
            name="witness",
            field=cases.fields.SealedTextField(default="", verbose_name="见证人"),
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="文书")),
                ("version", models.PositiveSmallIntegerField(verbose_name="版本")),
                ("body", models.TextField(verbose_name="正文")),
                ("valid_from", models.DateField(verbose_name="启用日期")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "文书模板",
                "ordering": ["kind", "-version"],
            },
        ),
        migrations.AddField(
            model_name="document",
            name="wording",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.lettertemplate",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["unit", "issued_on", "id"], name="document_of_a_day"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("check_code", ""), _negated=True),
                fields=("check_code",),
                name="document_check_code_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(
                fields=("kind", "version"), name="letter_template_version_once"
            ),
        ),
    ]
