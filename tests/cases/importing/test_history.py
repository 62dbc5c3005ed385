"""Finished cases of another system: kept whole, archived, and nothing starts to run."""

from datetime import date

import pytest

from cases.actions.new_case import case_numbers
from cases.importing import writing
from cases.models import Case, Clock, Demand, FollowUp, ImportRun, Involvement, Leg, Matter, Notice, Party
from kit.sealed_fields import digest_of
from law.vocabulary import Act, Channel, Kind, State
from organizations.today import today
from tests.cases.asking import first_broken_link
from tests.cases.importing.files import ROWS, bring_in, counts, write
from tests.cast import Cast

RICH = [
    "信访件编号",
    "登记时间",
    "信访日期",
    "概况",
    "内容",
    "姓名",
    "身份证号",
    "联系电话",
    "住址",
    "信访形式",
    "信访类别",
    "内容分类",
    "问题属地",
    "人数",
    "答复内容",
    "答复时间",
    "责任单位",
    "办理状态",
    "备用栏",
]
RICH_ROW = (
    "LS-7",
    "2024-03-05",
    "2024-03-01",
    "反映路灯问题",
    "柳湾村村口的路灯坏了半个月。",
    "老王",
    "990102196001010011",
    "138 0000 1234",
    "柳湾村12号",
    "来信",
    "申诉求决",
    "城乡建设/市政",
    "青石镇柳湾村",
    "6人",
    "路灯已于3月20日修好。",
    "2024-03-21",
    "青石镇人民政府",
    "已办结",
    "x",
)


def test_a_finished_case_is_kept_whole(cast: Cast, tmp_path):
    said = bring_in(write(tmp_path / "旧系统.csv", RICH_ROW, header=RICH))
    case = Case.objects.get()
    assert counts(said) == (1, 1, 0, 0)
    assert said["files"][0]["unmapped"] == ["备用栏"]
    assert (case.state, case.historic, case.next_due_on, case.unit) == (State.ARCHIVED, True, None, cast.bureau)
    assert (case.source, case.external_number, case.channel) == ("旧系统", "LS-7", Channel.LETTER)
    assert (case.received_on, case.registered_on) == (date(2024, 3, 1), date(2024, 3, 5))
    assert (case.subject, case.category, case.petitioner_count) == ("反映路灯问题", "城乡建设/市政", 6)
    assert case.location == "青石镇柳湾村"
    assert (case.district, case.matter.subject, case.version) == (cast.area, "反映路灯问题", 1)
    demand = case.demands.get()
    assert (demand.text, demand.opinion, demand.answered_on) == (
        case.content,
        "路灯已于3月20日修好。",
        date(2024, 3, 21),
    )
    assert case.involvements.get().unit == cast.bureau


def test_the_petitioner_is_sealed_and_can_be_looked_up(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", RICH_ROW, header=RICH))
    party = Party.objects.get(name_digest=digest_of("老王"), phone_digest=digest_of("13800001234"))
    assert (party.name, party.id_type, party.address) == ("老王", "id_card", "柳湾村12号")
    raw = Party.objects.raw("SELECT id, name::text AS sealed FROM cases_party")[0]
    assert "老王" not in vars(raw)["sealed"]


def test_nothing_starts_to_run(cast: Cast, tmp_path, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        bring_in(write(tmp_path / "a.csv", *ROWS))
    assert not callbacks
    for model in (Clock, FollowUp, Notice, Leg):
        assert not model.objects.exists()


def test_the_chain_holds_and_says_where_the_case_came_from(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", RICH_ROW, header=RICH))
    case, run = Case.objects.get(), ImportRun.objects.get()
    event = case.events.get()
    assert first_broken_link(case) is None
    assert (event.act, event.by, event.sequence, event.to_state) == (Act.REGISTER, None, 1, State.ARCHIVED)
    assert event.facts["import_run"] == run.pk
    assert {event.facts[name] for name in ("source", "external_number", "mode")} == {"a", "LS-7", "history"}
    assert "办理单位：青石镇人民政府" in event.words.text
    assert "原系统状态：已办结" in event.words.text
    assert (run.read, run.new, run.known, run.refused, run.finished_at is None) == (1, 1, 0, 0, False)


def test_it_is_found_by_its_words_and_seen_within_reach(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", *ROWS))
    assert Case.objects.visible_to(cast.clerk).holding("路灯").get().external_number == "A1"
    assert not Case.objects.visible_to(cast.stranger).exists()
    assert not Case.objects.visible_to(cast.system_admin).exists()


def test_numbers_go_on_from_the_same_sequence(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", *ROWS))
    numbers = list(Case.objects.order_by("id").values_list("number", flat=True))
    [following] = case_numbers(cast.bureau, [(Channel.ONLINE, date(2026, 1, 6))])
    assert numbers[0].startswith("990102W20260105")
    assert [int(number[15:]) for number in [*numbers, following]] == [int(numbers[0][15:]) + n for n in range(3)]


def test_an_accusation_stays_sealed_and_behind_the_wall(cast: Cast, tmp_path):
    rows = [
        ("B1", "2026-01-05", "检举控告", "村主任占用集体土地。", "柳湾村"),
        ("B2", "2026-01-05", "检举控告", "局里有人收礼。", "云河区信访局"),
        ("B3", "2026-01-05", "申诉求决", "路坏了。", "青石镇人民政府"),
    ]
    bring_in(write(tmp_path / "a.csv", *rows, header=("编号", "信访日期", "信访类别", "内容", "被反映单位")))
    accusing, against_desk, plain = Case.objects.order_by("external_number")
    assert (accusing.sealed, accusing.desk_walled, accusing.search_terms) == (True, False, [])
    assert (against_desk.sealed, against_desk.desk_walled) == (True, True)
    assert accusing.respondents.get().unit == cast.village
    assert accusing.demands.get().respondents.get().accused
    assert (plain.sealed, plain.respondents.get().accused) == (False, False)
    assert accusing.demands.get().kind == Kind.ACCUSATION
    seen = Case.objects.visible_to(cast.router).values_list("external_number", flat=True)
    assert sorted(seen) == ["B1", "B3"]


@pytest.mark.parametrize("option", [{}, {"default_date": "2019-05-01"}])
def test_a_row_without_a_date_is_kept_and_marked(cast: Cast, tmp_path, option):
    bring_in(write(tmp_path / "a.csv", ("A1", "", "", "路坏了。", "", "")), **option)
    case = Case.objects.get()
    assert case.events.get().facts["date_missing"] is True
    assert case.received_on == (date(2019, 5, 1) if option else today())
    assert first_broken_link(case) is None


def test_a_second_run_adds_nothing(cast: Cast, tmp_path):
    file = write(tmp_path / "a.csv", *ROWS)
    assert counts(bring_in(file)) == (2, 2, 0, 0)
    assert counts(bring_in(file)) == (2, 0, 2, 0)
    assert counts(bring_in(write(tmp_path / "a.csv.gz", *ROWS))) == (2, 0, 2, 0)
    assert [model.objects.count() for model in (Case, Demand, Party, Matter, Involvement)] == [2, 2, 2, 2, 2]


def test_a_run_that_broke_off_is_taken_up_again(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", ROWS[0]))
    assert counts(bring_in(write(tmp_path / "a.csv", *ROWS))) == (2, 1, 1, 0)


def test_the_same_number_of_another_source_is_another_case(cast: Cast, tmp_path):
    bring_in(write(tmp_path / "a.csv", *ROWS))
    assert counts(bring_in(write(tmp_path / "b.csv", *ROWS))) == (2, 2, 0, 0)


def test_rows_without_a_number_are_known_by_what_they_say(cast: Cast, tmp_path):
    rows = [("", *row[1:]) for row in ROWS]
    file = write(tmp_path / "a.csv", *rows, rows[0])
    assert counts(bring_in(file)) == (3, 2, 1, 0)
    assert counts(bring_in(file)) == (3, 0, 3, 0)


def test_words_we_have_no_field_for_are_kept(cast: Cast, tmp_path):
    header = ("编号", "信访日期", "内容", "反映问题", "信访形式", "人数", "答复内容", "答复时间", "msg_no")
    row = ("A1", "2026-01-05", "路坏了。", "还有桥也坏了。", "托人捎话", "全村", "已修。", "上周", "88")
    bring_in(write(tmp_path / "a.csv", row, header=header))
    case = Case.objects.get()
    text = case.events.get().words.text
    assert (case.channel, case.petitioner_count) == (Channel.ONLINE, 1)
    for words in ("反映问题：还有桥也坏了。", "信访形式：托人捎话", "人数：全村", "答复日期：上周", "msg_no：88"):
        assert words in text
    assert case.events.get().facts["channel_unknown"] is True


def test_rows_that_another_run_commits_meanwhile_are_known(cast: Cast, tmp_path, monkeypatch):
    bring_in(write(tmp_path / "a.csv", ROWS[0]))
    looks, real = [], writing.sort_rows

    def looked_too_early(intakes, target) -> writing.Sorted:
        looks.append(target)
        return writing.Sorted(list(intakes), []) if len(looks) == 1 else real(intakes, target)

    monkeypatch.setattr(writing, "sort_rows", looked_too_early)
    assert counts(bring_in(write(tmp_path / "a.csv", *ROWS))) == (2, 1, 1, 0)
    assert (len(looks), Matter.objects.count()) == (2, 2)


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_known_number_with_other_content_is_refused_and_told(cast: Cast, tmp_path, dry_run: bool):
    bring_in(write(tmp_path / "a.csv", *ROWS))
    other = (*ROWS[1][:3], "四组的水渠也堵了。", *ROWS[1][4:])
    said = bring_in(write(tmp_path / "a.csv", ROWS[0], other), **({"dry_run": True} if dry_run else {}))
    assert counts(said) == (2, 0, 1, 1)
    assert any("编号A2先前已经导入，内容不同" in reason for reason in said["files"][0]["reasons"])
    assert Case.objects.count() == 2


def test_what_the_other_system_did_since_is_no_other_content(cast: Cast, tmp_path):
    header = ("编号", "信访日期", "内容", "答复内容", "办理状态")
    bring_in(write(tmp_path / "a.csv", ("A1", "2026-01-05", "路坏了。", "", "办理中"), header=header))
    said = bring_in(write(tmp_path / "a.csv", ("A1", "2026-01-05", "路坏了。", "已修好", "已办结"), header=header))
    assert counts(said) == (1, 0, 1, 0)


def test_another_unit_brings_the_same_file(cast: Cast, tmp_path):
    file = write(tmp_path / "a.csv", *ROWS)
    assert counts(bring_in(file)) == (2, 2, 0, 0)
    assert counts(bring_in(file, unit="青石镇人民政府")) == (2, 2, 0, 0)
    assert counts(bring_in(file, unit="青石镇人民政府")) == (2, 0, 2, 0)


def test_a_row_without_a_date_is_known_on_another_day(cast: Cast, tmp_path):
    file = write(tmp_path / "a.csv", ("A1", "", "", "路坏了。", "", ""))
    assert counts(bring_in(file, default_date="2019-05-01")) == (1, 1, 0, 0)
    assert counts(bring_in(file)) == (1, 0, 1, 0)


def test_an_imported_accusation_at_a_town_waits_for_its_respondent(cast: Cast, tmp_path):
    rows = [
        ("B1", "2026-01-05", "检举控告", "有人占地。", "老齐"),
        ("B2", "2026-01-05", "检举控告", "有人占地。", "柳湾村"),
        ("B3", "2026-01-05", "检举控告", "有人占林。", ""),
    ]
    header = ("编号", "信访日期", "信访类别", "内容", "被反映单位")
    bring_in(write(tmp_path / "a.csv", *rows, header=header), unit="青石镇人民政府")
    seen = Case.objects.visible_to(cast.town_head).values_list("external_number", flat=True)
    assert list(seen) == ["B2"]
    assert Case.objects.visible_to(cast.sealed_desk).count() == 2
