"""The review opinions of a matter that are known here, for who answers that it was reviewed already (Art. 36, para 3)."""

from collections.abc import Sequence

from cases.actions.deed import Deed
from cases.places.known_reviews import known_reviews
from kit.files import CheckedFile
from law.errors import Refused
from law.remedies import alike

_ARTICLE = "第三十六条第三款"


def assert_review_known(deed: Deed, number: str, elsewhere: str, papers: Sequence[CheckedFile]) -> None:
    """Refuse a number that is neither a review opinion of this matter within reach, nor proven by the opinion itself.

    What is out of reach plays no part, so that a refusal tells nothing of it. Raises Refused: review_unknown, ground_unproven.
    """
    known = [review.document.number for review in known_reviews(deed.case, deed.by) if review.document]
    if any(alike(each, number) for each in known):
        return
    if known and not elsewhere.strip():
        raise Refused(
            "review_unknown",
            f"“{number}”不是本事项已登记的复核意见。已登记的复核意见：{'、'.join(known)}。"
            "确由系统外的机关作出的，请填写“系统外作出的说明”。",
            _ARTICLE,
        )
    if not (elsewhere.strip() and papers):
        words = (
            f"“{number}”不是本系统登记的同一事项的复核意见：请填写“系统外作出的说明”，并附上复核意见书。"
            "没有复核意见的，不能不再受理。"
        )
        raise Refused("ground_unproven", words, _ARTICLE)
