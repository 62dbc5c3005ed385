"""`manage evaluate_classifier TRAIN TEST --json`: how often the learned model is right on texts it has not seen."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.module_loading import import_string

from organizations.management.noted import NotedCommand

FOLDS = 5
_EVALUATING = "insight.categories.evaluating"


class Command(NotedCommand):
    """With one file, it is split into folds (a `group` is never on both sides), always in the same way."""

    help = "测量内容分类的准确率：用 TRAIN 学习，在 TEST 上测量；只给一个文件的，分成几份轮流测量"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take one file or two, and how to print."""
        parser.add_argument("train", type=Path, help="CSV（可以是.gz）：text 或者 title、body，和 label_l1")
        parser.add_argument("test", type=Path, nargs="?", help="不给的，把 TRAIN 按 group 分成几份")
        parser.add_argument("--folds", type=int, default=FOLDS, help=f"分成几份，默认{FOLDS}")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def work(self, *args: Any, **options: Any) -> None:
        """Measure and print."""
        read, tried, in_folds = (
            import_string(f"{_EVALUATING}.{name}") for name in ("read_labelled", "tried", "tried_in_folds")
        )
        try:
            train = read(options["train"])
            found = tried(train, read(options["test"])) if options["test"] else in_folds(train, options["folds"])
        except (OSError, ValueError) as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write(json.dumps(found, ensure_ascii=False) if options["json"] else _in_words(found))


def _in_words(found: dict[str, Any]) -> str:
    lines = [f"准确率 {found['accuracy']:.4f}，宏平均F1 {found['macro_f1']:.4f}"]
    lines += [f"  {label}  {score:.4f}" for label, score in found["per_class"].items()]
    lines += [
        f"第{place}份：准确率 {fold['accuracy']:.4f}，宏平均F1 {fold['macro_f1']:.4f}"
        for place, fold in enumerate(found.get("folds", []), 1)
    ]
    return "\n".join(lines)
