"""The sentences of letters that are made of several things: told alike by the program's words and by edited ones."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from cases.models import Case
from kit.days import day_words
from kit.letters import Words
from law.answers import answered_by
from law.vocabulary import Duty, Kind, Letter, Outcome, Path
from organizations.models import Unit

USUAL_WAY = "我单位将听取您陈述事实和理由，调查核实后作出书面答复。"
_WAYS = {
    Letter.HANDLING_OPINION: USUAL_WAY,
    Letter.DUTY_REPLY: "申请履行法定职责的，我单位将依法履行或者答复您。（《信访工作条例》第三十一条第五项）",
    Letter.PROCEDURE_REPLY: "应当通过法定程序解决的，我单位将按照该程序办理，并告知您结果。（《信访工作条例》第三十一条）",
    Letter.SUGGESTION_REPLY: "建议意见，我单位将认真研究论证；科学合理、具有现实可行性的，予以采纳或者部分采纳，并回复您。（《信访工作条例》第二十九条）",
    Letter.ACCUSATION_REPLY: "检举控告事项，我单位将依规依纪依法办理，并按照有关规定向您反馈。（《信访工作条例》第三十条）",
}
ABOVE = "我单位的上一级机关、单位"
_COURT = "您认为我单位没有依法履行职责，或者不服本答复的，可以自知道之日起60日内向{}申请行政复议，也可以自知道之日起6个月内依法向人民法院提起行政诉讼。（《行政复议法》第二十条、《行政诉讼法》第四十六条）"
_RECONSIDERING = "有管辖权的行政复议机关"
# What an answer calls its facts and its opinion.
_LABELS = {
    Letter.SUGGESTION_REPLY: ("研究论证情况", "采纳情况"),
    Letter.DUTY_REPLY: ("查明的事实", "履行和答复情况"),
    Letter.PROCEDURE_REPLY: ("查明的事实", "办理结果"),
}
_DONE = {Outcome.SUPPORT: "依法履行", Outcome.EXPLAIN: "依法答复", Outcome.REJECT: "不符合履行条件"}
MOST_TOLD, MOST_ATTACKED = 600, 40
_BETWEEN_PARTIES = re.compile(r"[、，；,;\n]+")
_ACCUSES = "检举控告事项（内容见您的来信）"


def kind_of(demand: Any) -> Letter:
    """Return the letter that answers a demand of a case."""
    return answered_by(Kind(demand.kind), Path(demand.path) if demand.path else None)


def demand_lines(demands: Iterable[Any]) -> str:
    """Return demands one a line; what an accusation says of whom stands in no letter (Art. 30)."""
    return "\n".join(f"{place}．{_told(demand)}" for place, demand in enumerate(demands, 1))


def _told(demand: Any) -> str:
    return _ACCUSES if getattr(demand, "kind", "") == Kind.ACCUSATION else str(getattr(demand, "text", demand))


def handling_way(words: Words) -> str:
    """Return by which way and steps a matter is handled: as somebody wrote it, else as its demands ask for (Art. 29-31)."""
    if said := str(words.get("handling") or ""):
        return said
    ways = dict.fromkeys(kind_of(demand) for demand in words.get("demands", ()) if not isinstance(demand, str))
    return "\n".join(_WAYS[way] for way in ways) or USUAL_WAY


def term(words: Words) -> str:
    """Return by when a matter is answered, with the last day; "" where no days are set (Art. 34)."""
    due, lines = words.get("due") or {}, []
    if words.get("sixty_days"):
        since = words.get("since")
        begun = f"首次受理之日（{day_words(since)}）" if since else "受理之日"
        last = f"，最后一日为{day_words(due[Duty.HANDLE_60D])}" if due.get(Duty.HANDLE_60D) else ""
        lines.append(
            f"我单位将自{begun}起60日内办结{last}；情况复杂需要延长的，延长期限不超过30日，并告知您延期理由。（《信访工作条例》第三十四条）"
        )
    if until := due.get(Duty.PATH5_2M):
        lines.append(
            f"申请履行法定职责的诉求，我单位将在{day_words(until)}以前依法履行或者答复您（参照《行政诉讼法》第四十七条）。"
        )
    return "\n".join(lines)


def ask_words(unit: Unit) -> str:
    """Return the telephone of a unit as it follows a sentence."""
    return f"，联系电话：{unit.contact_phone}" if unit.contact_phone else ""


def told_by_petitioner(case: Case) -> str:
    """Return facts and grounds as the petitioner gave them, cut where long; of a sealed case nothing but the demands (Art. 30)."""
    content = "" if case.sealed else case.content.strip()
    if not content:
        return "您陈述的请求、事实和理由，见下列各项诉求。"
    return content if len(content) <= MOST_TOLD else f"{content[:MOST_TOLD]}……（以下从略，以您提交的原文为准）"


def answers(words: Words, kind: Letter = Letter.HANDLING_OPINION) -> str:
    """Return demand by demand what was found, what is answered, and on which ground (Art. 29, 31, 32)."""
    facts, opinion = _LABELS.get(kind, ("查明的事实", "处理意见"))
    return "\n\n".join(
        f"诉求{d.number}：{d.text}\n{facts}：{d.facts}\n{opinion}：{_outcome(kind, d)}。{d.opinion}\n依据：{d.legal_basis}"
        for d in words["demands"]
    )


def _outcome(kind: Letter, demand: Any) -> str:
    done = _DONE.get(demand.outcome) if kind is Letter.DUTY_REPLY else None
    return done or str(demand.get_outcome_display())


def feedback(words: Words) -> str:
    """Return what an informant is told: what came of it, never who was found to have done what (Art. 30)."""
    return "\n".join(f"{d.opinion}\n依据：{d.legal_basis}" for d in words["demands"])


def outcomes(words: Words) -> str:
    """Return in one line a demand what came of it; of what left the procedure, how."""
    return "\n".join(
        f"诉求{d.number}：{f'{d.get_outcome_display()}。{d.opinion}' if d.outcome else f'{d.leg.get_state_display()}。'}"
        for d in words["demands"]
    )


def remedy_of_opinion(words: Words) -> str:
    """Return the one remedy the Regulation gives against an opinion (Art. 35); "" where there is none."""
    if not words.get("remedy"):
        return ""
    body = _above(words)
    return f"如不服本处理意见，自收到本意见书之日起30日内，可以向{body}请求复查。（《信访工作条例》第三十五条）"


def remedy_of_reexamination(words: Words) -> str:
    """Return the last remedy (Art. 36); "" where there is none."""
    if not words.get("remedied"):
        return ""
    body = _above(words)
    return f"如不服本复查意见，自收到本意见书之日起30日内，可以向{body}请求复核。（《信访工作条例》第三十六条）"


def _above(words: Words) -> str:
    superior = words.get("superior")
    return getattr(superior, "formal_name", "") or getattr(superior, "name", "") or ABOVE


def court(words: Words) -> str:
    """Return where to turn against what an organ did of its own duty: reconsideration, or court."""
    superior = words.get("superior")
    return _COURT.format(getattr(superior, "formal_name", "") or _RECONSIDERING)


def honoured(name: str) -> str:
    """Return how a letter that goes up speaks to a unit of this name."""
    return "贵局" if name.endswith("局") else "贵单位"


def enclosed(names: Iterable[str]) -> str:
    """Return the line of enclosures, each on a line of its own; of none, that there is none."""
    lines = [f"{place}．{name}" for place, name in enumerate(names, 1)]
    return "附件：" + ("\n".join(lines) or "无")


def with_petition(words: Words) -> str:
    """Return what goes along with a petition that is sent on; nothing of a sealed case but the words of the letter (Art. 30)."""
    return enclosed(() if words["case"].sealed else ["信访事项登记表", *words["files"]])


def attacked(words: Words) -> str:
    """Return in two lines at most what an opinion said that is complained of."""
    lines = words.get("attacked") or [
        f"诉求{d.number}：{d.get_outcome_display()}。{d.opinion}" for d in words["demands"]
    ]
    return "\n".join(line if len(line) <= MOST_ATTACKED else f"{line[:MOST_ATTACKED]}……" for line in lines[:2])


def signing(words: Words) -> str:
    """Return a line to sign on for each party to an agreement, and for the unit before which it was made."""
    named = [part.strip() for part in _BETWEEN_PARTIES.split(words["settlement"].parties) if part.strip()]
    name = words["unit"].formal_name
    parties = [f"{party}（签名或者盖章）：　　　　　　　年　　月　　日" for party in named if party != name]
    return "\n".join([*parties, f"{name}（盖章）：　　　　　　　年　　月　　日"])


def until(words: Words) -> str:
    """Return the last day of what was commissioned."""
    due: date | None = (words.get("due") or {}).get(Duty.COMMISSION_FEEDBACK)
    return day_words(due)


def _enclosing(words: Words) -> str:
    return enclosed(words.get("enclosures", ()))


_SENT_ON: dict[str, Callable[[Words], str]] = {"enclosures_said": with_petition}
_ANSWERING: dict[str, Callable[[Words], str]] = {"told_said": lambda words: told_by_petitioner(words["case"])}
# What each letter is given beside the words of its act, by the name that its template calls it.
SENTENCES: dict[Letter, dict[str, Callable[[Words], str]]] = {
    Letter.REFERRAL_LETTER: _SENT_ON,
    Letter.TRANSFER_LETTER: _SENT_ON,
    Letter.COMMISSION_LETTER: {**_SENT_ON, "until_said": until},
    Letter.ACCEPTANCE_NOTICE: {
        "demands_said": lambda words: demand_lines(words["demands"]),
        "handling_said": handling_way,
        "term_said": term,
    },
    Letter.HANDLING_OPINION: {**_ANSWERING, "answers_said": answers, "remedy_said": remedy_of_opinion},
    Letter.SUGGESTION_REPLY: {"answers_said": lambda words: answers(words, Letter.SUGGESTION_REPLY)},
    Letter.PROCEDURE_REPLY: {"answers_said": lambda words: answers(words, Letter.PROCEDURE_REPLY)},
    Letter.DUTY_REPLY: {"answers_said": lambda words: answers(words, Letter.DUTY_REPLY), "court_said": court},
    Letter.ACCUSATION_REPLY: {"feedback_said": feedback},
    Letter.CONCLUSION_REPORT: {
        "outcomes_said": outcomes,
        "honoured": lambda words: honoured(words["leg"].from_unit.formal_name),
        "enclosures_said": _enclosing,
    },
    Letter.UPWARD_REPORT: {
        "outcomes_said": outcomes,
        "honoured": lambda words: honoured(words["above"]),
        "enclosures_said": _enclosing,
    },
    Letter.OBJECTION_LETTER: {"honoured": lambda words: honoured(words["sender"].formal_name)},
    Letter.REEXAM_OPINION: {"attacked_said": attacked, "remedy_said": remedy_of_reexamination},
    Letter.REVIEW_OPINION: {"attacked_said": attacked},
    Letter.MEDIATION_AGREEMENT: {"signing_said": signing},
}


def sentences_of(kind: Letter, words: Words) -> dict[str, str]:
    """Return the sentences of one letter, made of its words."""
    return {name: made(words) for name, made in SENTENCES.get(kind, {}).items()}
