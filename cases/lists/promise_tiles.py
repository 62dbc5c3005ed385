"""What promises add to the desk and to reports."""

from cases.lists.promises import FORMULAS, PromiseFigure, Whose, counted_in_month, promises_of
from kit.rooms import Figure, Tile
from law.promises import Occasion
from law.vocabulary import Act

PROMISE_TILES = (
    Tile(
        label="我的承诺",
        rows=lambda staff, _on: promises_of(staff, Whose.MINE),
        url_name="cases:promises",
        query="whose=mine",
        definition="由我向信访人作出、还没有确认兑现的承诺",
        needs=(Act.PROMISE,),
    ),
    Tile(
        label="承诺待回访",
        rows=lambda staff, _on: promises_of(staff, Whose.VISIT),
        url_name="cases:promises",
        query="whose=visit",
        definition="确认兑现后抽签抽到、等其他单位回访的承诺；本单位作出的、本人确认的不计",
        needs=(Act.RECORD_PROMISE_VISIT,),
    ),
)
# What the monthly table of receptions wants beside them.
_OF_RECEPTIONS = tuple(
    Figure(
        label=f"接访承诺：{each.label}",
        formula=f"承诺场合是接待来访的：{FORMULAS[each]}",
        rows=counted_in_month(each, Occasion.RECEPTION),
    )
    for each in PromiseFigure
)
PROMISE_FIGURES = (
    *(
        Figure(label=f"承诺：{each.label}", formula=FORMULAS[each], rows=counted_in_month(each))
        for each in PromiseFigure
    ),
    *_OF_RECEPTIONS,
)
