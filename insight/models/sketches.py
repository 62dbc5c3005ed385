"""Sketches of texts: by what a text like another one is found. None is kept of what is sealed (docs/decisions/0072)."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from organizations.models import Unit

# The number under which all texts are counted; no gram comes to it but by chance.
EVERY_TEXT = 0


class TextSketch(models.Model):
    """The sketch of the open text of one row of a room: 48 numbers of grams, no word (insight/likeness.py)."""

    record = models.CharField("记录", max_length=60)
    key = models.BigIntegerField("编号")
    district = models.ForeignKey(Unit, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    grams = ArrayField(models.IntegerField(), verbose_name="特征")

    class Meta:
        verbose_name = "文字特征"
        constraints = [models.UniqueConstraint(fields=["record", "key"], name="sketch_once")]
        # The worker writes, people wait for what is found: no list of rows that are not in the index yet.
        indexes = [GinIndex(fields=["grams"], name="sketch_grams", fastupdate=False)]


class GramCount(models.Model):
    """In how many sketches a gram stands, where that is often; written anew every night."""

    gram = models.IntegerField("特征", primary_key=True)
    texts = models.PositiveIntegerField("文字数")

    class Meta:
        verbose_name = "特征出现次数"


class Indexed(models.Model):
    """Up to which place of the feed the texts are sketched (row 1), and repeats were looked for (row 2)."""

    position = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "文字特征进度"
