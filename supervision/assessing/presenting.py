"""Schemes, results and the rows behind figures as pages show them; units in the order of the tree, never ranked."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kit.addresses import address_of
from supervision.assessing.figures import total_of
from supervision.assessing.formulas import RULES
from supervision.assessing.reading import Row
from supervision.models import AssessmentItem, AssessmentObjection, AssessmentResult, AssessmentScheme, AssessmentScore
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula, PublishedTo, ResultState, SchemeState

_TONES = {"draft": "new", "open": "moving", "objected": "moving", "published": "closed"}
SCHEME_COLUMNS = [
    {"label": "名称"},
    {"label": "状态", "kind": "narrow"},
    {"label": "年度", "kind": "narrow"},
    {"label": "考核对象", "kind": "narrow"},
    {"label": "考核单位"},
    {"label": "拟定日期", "kind": "date"},
]
ITEM_COLUMNS = [
    {"label": "考核内容"},
    {"label": "职责", "kind": "narrow"},
    {"label": "分值", "kind": "num"},
    {"label": "怎样评"},
]
SCORE_COLUMNS = [
    {"label": "考核内容"},
    {"label": "职责", "kind": "narrow"},
    {"label": "分值", "kind": "num"},
    {"label": "按要求/应办", "kind": "num"},
    {"label": "得分", "kind": "num"},
    {"label": "异议后核定", "kind": "num"},
    {"label": "评分依据"},
]
ROW_COLUMNS = [
    {"label": "信访件"},
    {"label": "应办的事"},
    {"label": "应办日期", "kind": "date"},
    {"label": "办理日期", "kind": "date"},
    {"label": "按要求", "kind": "narrow"},
]


def scheme_badge(scheme: AssessmentScheme) -> dict[str, str]:
    """Return the badge of a scheme."""
    return {"label": SchemeState(scheme.state).label, "tone": _TONES[scheme.state]}


def result_badge(result: AssessmentResult) -> dict[str, str]:
    """Return the badge of a unit's result."""
    return {"label": ResultState(result.state).label, "tone": _TONES[result.state]}


def scheme_line(scheme: AssessmentScheme) -> dict[str, Any]:
    """Return a scheme as a row of components/lines.html."""
    texts = (str(scheme.year), AssessedGroup(scheme.group).label, scheme.unit.short_name, scheme.made_on.isoformat())
    named = zip(SCHEME_COLUMNS[2:], texts, strict=True)
    return {
        "url": address_of("supervision:assessment", scheme.pk),
        "cells": [
            {"label": "名称", "text": scheme.title},
            {"label": "状态", "state": scheme_badge(scheme)},
            *({"label": column["label"], "text": text} for column, text in named),
        ],
    }


def scheme_facts(scheme: AssessmentScheme) -> list[dict[str, Any]]:
    """Return what is known of a scheme as components/definitions.html shows it."""
    until = scheme.objections_until
    facts = [
        ("考核单位", scheme.unit.name),
        ("年度", str(scheme.year)),
        ("考核对象", AssessedGroup(scheme.group).label),
        ("拟定", f"{scheme.made_on.isoformat()}，{scheme.made_by.name}"),
        (
            "定稿",
            f"{scheme.fixed_on.isoformat()}，{scheme.fixed_by.name}" if scheme.fixed_on and scheme.fixed_by else "",
        ),
        ("异议截止", until.isoformat() if until else ""),
        (
            "公布",
            f"{scheme.published_on.isoformat()}，{scheme.published_by.name}"
            if scheme.published_on and scheme.published_by
            else "",
        ),
        ("公布范围", PublishedTo(scheme.published_to).label if scheme.published_to else ""),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]


def item_line(item: AssessmentItem) -> dict[str, Any]:
    """Return an item as a row of components/lines.html."""
    how = f"人工评分，依据：{item.evidence}"
    if item.formula:
        rule = RULES[Formula(item.formula)]
        how = f"{rule.words}（{rule.article}）"
    texts = (item.title, AssessedDuty(item.duty).label, str(item.weight), how)
    return {
        "cells": [{"label": column["label"], "text": text} for column, text in zip(ITEM_COLUMNS, texts, strict=True)]
    }


def result_columns(items: Sequence[AssessmentItem]) -> list[dict[str, str]]:
    """Return the columns of the table of units: what each has in all, then item by item."""
    heads = [{"label": "单位"}, {"label": "状态", "kind": "narrow"}, {"label": "得分/可得分", "kind": "num"}]
    return [*heads, *({"label": f"{item.title}（{item.weight}）", "kind": "num"} for item in items)]


def result_line(result: AssessmentResult, items: Sequence[AssessmentItem]) -> dict[str, Any]:
    """Return a unit's result as a row of components/lines.html."""
    scores = {score.item_id: score for score in result.scores.all()}
    total = total_of(scores.values())
    return {
        "url": address_of("supervision:assessment_result", result.pk),
        "cells": [
            {"label": "单位", "text": result.unit.short_name},
            {"label": "状态", "state": result_badge(result)},
            {"label": "得分/可得分", "text": f"{total.earned}/{total.possible}", "kind": "num"},
            *(_score_cell(item, scores.get(item.pk)) for item in items),
        ],
    }


def _score_cell(item: AssessmentItem, score: AssessmentScore | None) -> dict[str, Any]:
    final = score.final if score else None
    return {"label": item.title, "text": points_words(final), "sub": figure_words(score), "kind": "num"}


def points_words(points: Decimal | None) -> str:
    """Return points as people read them: "" where there are none, which is not nought."""
    return "" if points is None else str(points)


def figure_words(score: AssessmentScore | None) -> str:
    """Return a figure as people read it: 48/50; "" for an item without formula, 无应办 where nothing was owed."""
    if score is None or score.owed is None:
        return ""
    return f"{score.good}/{score.owed}" if score.owed else "无应办"


def result_facts(result: AssessmentResult) -> list[dict[str, Any]]:
    """Return what is known of a unit's result as components/definitions.html shows it."""
    total = total_of(result.scores.all())
    scheme = result.scheme
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("考核", scheme.title, {"url": scheme.get_absolute_url()}),
        ("考核单位", scheme.unit.name, {}),
        ("得分/可得分", f"{total.earned}/{total.possible}", {"note": "无应办、不适用的，两边都不计"}),
        ("折算百分制", points_words(total.of_hundred), {}),
        ("异议截止", scheme.objections_until.isoformat() if scheme.objections_until else "", {}),
        ("表扬", result.commended_for, {"note": result.commended_number}),
    ]
    return [{"label": label, "value": value, **more} for label, value, more in facts if value]


def score_line(score: AssessmentScore, *, opens: bool) -> dict[str, Any]:
    """Return a score as a row of components/lines.html; its figure opens the rows behind it."""
    item = score.item
    who = f"{score.scored_by.name} {score.scored_on}" if score.scored_by else ""
    texts = (
        item.title,
        AssessedDuty(item.duty).label,
        str(item.weight),
        figure_words(score),
        points_words(score.points),
        points_words(score.settled),
        score.seen,
    )
    cells = [
        {"label": column["label"], "text": text, "kind": column.get("kind", "text")}
        for column, text in zip(SCORE_COLUMNS, texts, strict=True)
    ]
    cells[-1]["sub"] = who
    linked = opens and bool(item.formula)
    return {
        "url": address_of("supervision:assessment_rows", score.result_id, score.pk) if linked else "",
        "cells": cells,
    }


def objection_line(row: AssessmentObjection, item: AssessmentItem) -> dict[str, Any]:
    """Return an objection with its answer as components/timeline.html shows it."""
    answered = ""
    if row.answered_on and row.answered_by:
        answered = (
            f"{row.answered_on.isoformat()}{'采纳' if row.upheld else '不采纳'}：{row.said}（{row.answered_by.name}）"
        )
    return {
        "act": item.title,
        "on": row.raised_on,
        "who": row.raised_by.name,
        "text": row.text,
        "facts": answered or "等待核定",
        "icon": "flag",
    }


def row_line(row: Row) -> dict[str, Any]:
    """Return a row behind a figure as a row of components/lines.html."""
    good = {"label": "是" if row.good else "否", "tone": "closed" if row.good else "wrong"}
    done = row.done_on.isoformat() if row.done_on else ""
    return {
        "url": address_of("cases:case", row.case) if row.case else "",
        "cells": [
            {"label": "信访件", "text": row.number},
            {"label": "应办的事", "text": row.what},
            {"label": "应办日期", "text": row.due_on.isoformat()},
            {"label": "办理日期", "text": done},
            {"label": "按要求", "state": good},
        ],
    }
