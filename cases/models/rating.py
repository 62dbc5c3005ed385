"""Ratings 满意度评价: what a petitioner says of the office and of the unit that answered, once an opinion."""

from django.db import models

from cases.models.document import Document
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.ratings import Rated, RatingWay, Score
from organizations.models import Staff, Unit


class Rating(models.Model):
    """One rating of one body over one opinion (``document``: the stage); the database refuses to change it.

    ``by`` is empty where the petitioner rated himself. ``unit`` is whom he rated, as it was then.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="ratings")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    rated = WordField("评价对象", max_length=10, choices=Rated.choices())
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    score = WordField("评价", max_length=10, choices=Score.choices())
    way = WordField("评价方式", max_length=10, choices=RatingWay.choices())
    words = models.TextField("信访人的话", default="")
    on = models.DateField("评价日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "满意度评价"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["document", "rated"], name="rating_once_a_stage")]
