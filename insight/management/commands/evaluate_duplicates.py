"""`manage evaluate_duplicates PAIRS TEXTS… --json`: how many known repeats are found again."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from cases.reading.open_texts import CASE, words_of
from insight.repeats.evaluating import measured
from insight.tables import read_rows, text_of
from organizations.management.noted import NotedCommand


class Command(NotedCommand):
    """The texts are sketched in the index of this database beside what it holds, and taken out again."""

    help = "测量重复件提示：已知的成对来信能不能在前五条里找到（与本库已有的件放在一起，测量后不留下）"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the pairs, the texts and how to print."""
        parser.add_argument("pairs", type=Path, help="CSV：a、b、verdict（same_matter、related、different）")
        parser.add_argument("texts", type=Path, nargs="+", help="CSV（可以是.gz）：rec_id 和 text 或者 title、body")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def work(self, *args: Any, **options: Any) -> None:
        """Measure in a transaction that is thrown away, and print."""
        try:
            pairs = read_rows(options["pairs"])
            texts = {row["rec_id"]: text_of(row) for path in options["texts"] for row in read_rows(path)}
        except (OSError, KeyError, ValueError) as reason:
            raise CommandError(f"不能读取：{reason}") from None
        with transaction.atomic():
            found = measured(pairs, texts, record=CASE, read=words_of)
            transaction.set_rollback(True)
        self.stdout.write(json.dumps(found, ensure_ascii=False) if options["json"] else _in_words(found))


def _in_words(found: dict[str, Any]) -> str:
    return "\n".join(
        (
            f"{found['texts']}件来信，同一事项{found['pairs_used']}对：前五条里找到 {found['recall_at_5']:.4f}",
            f"排在第一的判为同一事项或者有关的 {found['precision']:.4f}（有判定的{found['judged']}对）",
            f"没有相近来信的件误提示 {found['warned_alone']:.4f}",
            f"每次查找中位数 {found['median_ms']}毫秒，95%不超过 {found['p95_ms']}毫秒",
        )
    )
