"""Sketches of texts, what was learned of categories, and the hints that were shown: new tables."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0062_promise_clocks"),
        ("organizations", "0022_mail_number"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GramCount",
            fields=[
                ("gram", models.IntegerField(primary_key=True, serialize=False, verbose_name="特征")),
                ("texts", models.PositiveIntegerField(verbose_name="文字数")),
            ],
            options={"verbose_name": "特征出现次数"},
        ),
        migrations.CreateModel(
            name="Indexed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.BigIntegerField(default=0)),
            ],
            options={"verbose_name": "文字特征进度"},
        ),
        migrations.CreateModel(
            name="CategoryModel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("learned_on", models.DateField(verbose_name="学习日期")),
                ("cases", models.PositiveIntegerField(verbose_name="学习的件数")),
                (
                    "codes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), size=None, verbose_name="类别"
                    ),
                ),
                (
                    "biases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.FloatField(), size=None, verbose_name="起点"
                    ),
                ),
                ("accuracy", models.FloatField(verbose_name="准确率")),
                ("macro_f1", models.FloatField(verbose_name="宏平均F1")),
                ("ready", models.BooleanField(default=False, verbose_name="可以使用")),
                ("made_at", models.DateTimeField()),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
            ],
            options={"verbose_name": "分类模型"},
        ),
        migrations.CreateModel(
            name="GramWeight",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gram", models.CharField(max_length=3, verbose_name="字词")),
                ("rarity", models.FloatField(verbose_name="少见程度")),
                (
                    "weights",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.FloatField(), size=None, verbose_name="权重"
                    ),
                ),
                (
                    "model",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="weights",
                        to="insight.categorymodel",
                    ),
                ),
            ],
            options={"verbose_name": "字词权重"},
        ),
        migrations.CreateModel(
            name="Hint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=10, verbose_name="事项")),
                ("learned", models.BooleanField(default=False, verbose_name="由已登记的件学得")),
                ("shown_on", models.DateField(verbose_name="提示日期")),
                ("followed", models.BooleanField(null=True, verbose_name="采用")),
                ("made_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="hints", to="cases.case"
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "shown_to",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.term",
                    ),
                ),
            ],
            options={"verbose_name": "提示记录"},
        ),
        migrations.CreateModel(
            name="TextSketch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("record", models.CharField(max_length=60, verbose_name="记录")),
                ("key", models.BigIntegerField(verbose_name="编号")),
                (
                    "grams",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), size=None, verbose_name="特征"
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organizations.unit",
                    ),
                ),
            ],
            options={"verbose_name": "文字特征"},
        ),
        migrations.AddIndex(
            model_name="categorymodel",
            index=models.Index(
                condition=models.Q(("ready", True)), fields=["district", "-id"], name="model_of_district"
            ),
        ),
        migrations.AddConstraint(
            model_name="gramweight", constraint=models.UniqueConstraint(fields=("model", "gram"), name="weight_once")
        ),
        migrations.AddIndex(
            model_name="hint",
            index=models.Index(condition=models.Q(("followed", None)), fields=["shown_on"], name="hint_open"),
        ),
        migrations.AddIndex(
            model_name="hint",
            index=models.Index(
                condition=models.Q(("followed__isnull", False)), fields=["district", "shown_on"], name="hint_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="hint",
            constraint=models.UniqueConstraint(fields=("form", "kind", "shown_to"), name="hint_once_a_form"),
        ),
        migrations.AddIndex(
            model_name="textsketch",
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["grams"], name="sketch_grams"),
        ),
        migrations.AddConstraint(
            model_name="textsketch", constraint=models.UniqueConstraint(fields=("record", "key"), name="sketch_once")
        ),
    ]
