"""What was learned of categories from the confirmed cases of a district: weights of grams, no text."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from organizations.models import Unit
from organizations.moments import MomentField


class CategoryModel(models.Model):
    """The model of one district as it was learned on a day; the newest one answers.

    ``codes`` are the terms of the dictionary that it tells apart, ``biases`` how much each is expected from the start.
    ``accuracy``: how often it was right on a fifth that it had not seen.
    """

    district = models.ForeignKey(Unit, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    learned_on = models.DateField("学习日期")
    cases = models.PositiveIntegerField("学习的件数")
    codes = ArrayField(models.CharField(max_length=12), verbose_name="类别")
    biases = ArrayField(models.FloatField(), verbose_name="起点")
    accuracy = models.FloatField("准确率")
    macro_f1 = models.FloatField("宏平均F1")
    ready = models.BooleanField("可以使用", default=False)
    made_at = MomentField()

    class Meta:
        verbose_name = "分类模型"
        indexes = [models.Index(fields=["district", "-id"], condition=models.Q(ready=True), name="model_of_district")]


class GramWeight(models.Model):
    """What one gram weighs in a model; a gram that fewer than three cases hold is not kept."""

    model = models.ForeignKey(CategoryModel, on_delete=models.CASCADE, related_name="weights", db_index=False)
    gram = models.CharField("字词", max_length=3)
    rarity = models.FloatField("少见程度")
    weights = ArrayField(models.FloatField(), verbose_name="权重")

    class Meta:
        verbose_name = "字词权重"
        constraints = [models.UniqueConstraint(fields=["model", "gram"], name="weight_once")]
