"""`manage index_texts`: sketch what came past the acts, count the frequent grams, learn the categories, at once."""

from typing import Any

from insight.repeats.indexing import count_grams, index_texts
from insight.tasks import learn_categories_task
from organizations.management.noted import NotedCommand


class Command(NotedCommand):
    """What the tasks do by the minute, by night and by week; interrupted, it goes on where it stopped."""

    help = "提取信访件的文字特征、学习内容分类：平时自动做；大批数据装入之后可以马上做"

    def work(self, *args: Any, **options: Any) -> None:
        """Do all of it and print how much there was."""
        looked = index_texts(slices=None)
        count_grams()
        learned = learn_categories_task()
        self.stdout.write(f"已提取文字特征{looked}件次，学习了{learned}个区县的内容分类。")
