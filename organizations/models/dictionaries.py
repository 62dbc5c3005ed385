"""Dictionaries 字典: the terms that people choose from instead of writing freely, each valid from a day to a day."""

from datetime import date

from django.db import models


class Dictionary(models.Model):
    """One list of terms, up to three levels deep; ``code`` is how programs name it."""

    code = models.CharField("代码", max_length=40, unique=True)
    name = models.CharField("名称", max_length=40)

    class Meta:
        verbose_name = "字典"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class TermQuerySet(models.QuerySet["Term"]):
    """Questions asked of terms."""

    def valid_on(self, day: date) -> "TermQuerySet":
        """Return the terms that can be chosen on a day."""
        return self.filter(models.Q(valid_to=None) | models.Q(valid_to__gt=day), valid_from__lte=day)

    def of(self, dictionary: str) -> "TermQuerySet":
        """Return the terms of a dictionary by its code."""
        return self.filter(dictionary__code=dictionary)

    def below(self, term: "Term") -> "TermQuerySet":
        """Return a term and everything below it: the code of a term begins with that of its parent."""
        return self.filter(dictionary_id=term.dictionary_id, code__startswith=term.code)


class Term(models.Model):
    """One term; never renamed and never deleted: what is no longer used ends, and what is new is another term.

    ``path`` names the terms above it and itself: 城乡建设/安全生产/事故处理; ``initials`` are those of its own label.
    """

    dictionary = models.ForeignKey(Dictionary, on_delete=models.PROTECT, related_name="terms")
    code = models.CharField("代码", max_length=12)
    label = models.CharField("名称", max_length=40)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    path = models.CharField("全称", max_length=120)
    level = models.PositiveSmallIntegerField("级")
    sort = models.PositiveIntegerField("次序")
    initials = models.CharField("拼音首字母", max_length=60, default="")
    valid_from = models.DateField("启用日期", default=date(2000, 1, 1))
    valid_to = models.DateField("停用日期", null=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "字典条目"
        ordering = ["dictionary_id", "sort", "code"]
        indexes = [models.Index(fields=["dictionary", "path"], name="term_path")]
        constraints = [
            models.UniqueConstraint(fields=["dictionary", "code"], name="term_code_once"),
            models.CheckConstraint(condition=models.Q(level__gte=1, level__lte=3), name="term_three_levels"),
        ]

    def __str__(self) -> str:
        return self.path
