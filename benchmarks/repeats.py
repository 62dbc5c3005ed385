"""How many known repeats are found again among seeded texts, and how long it takes.

    DATABASE_URL=… python benchmarks/repeats.py PAIRS TEXTS… [--among 200000] [--seed 1]

Any database with the tables will do, an empty one best: all is written in a transaction that is thrown away.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xinfang.settings")

import django  # noqa: E402

_PLACES = ("云溪镇东溪村", "白鹭镇上鹭村", "青石镇老石村", "柳浪镇大浪村", "望江街道新江社区", "梧桐街道双桐社区")


def main() -> None:
    """Print what `manage evaluate_duplicates` prints, over more texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--among", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    django.setup()
    from django.db import transaction

    from cases.reading.open_texts import CASE, words_of
    from insight.repeats.evaluating import measured
    from insight.tables import read_rows, text_of

    texts = {row["rec_id"]: text_of(row) for path in options.texts for row in read_rows(path)}
    among = seeded_texts(options.among, Random(options.seed))  # noqa: S311
    with transaction.atomic():
        found = measured(read_rows(options.pairs), texts, record=CASE, read=words_of, among=among)
        transaction.set_rollback(True)
    print(json.dumps(found, ensure_ascii=False, indent=2))


def seeded_texts(count: int, random: Random) -> list[str]:
    """Return the texts of invented petitions, as `manage seed` writes them."""
    from demo.seeding.petitions import petition
    from law.vocabulary import Kind

    made = (petition(random, [Kind.APPEAL], random.choice(_PLACES), "") for _ in range(count))
    return [f"{each.subject}\n{each.content}" for each in made]


if __name__ == "__main__":
    main()
