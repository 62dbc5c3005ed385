"""Reception days: rules per post, the days they ask for, publication, attendance, what falls short, the page for everybody."""

from datetime import date, time, timedelta
from typing import Any

from django.test import Client

from law.calendar import Calendar, DayOverride
from organizations.models import CalendarDay, RecordNotice
from organizations.today import today
from reception.days.actions import attend, make_day, plan_days, publish_day
from reception.days.expecting import days_asked_for
from reception.days.lunar import lunar_day
from reception.days.reading import recent_shortfalls, unpublished_days, unsaid_days
from reception.days.rules import end_rule
from reception.days.shortfalls import find_shortfalls
from reception.models import ReceptionDay, ReceptionShortfall
from reception.models.day_words import Attendance, Cadence, DayState, ReceptionKind, ReceptionPost
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.reception.receptions import a_day, a_rule
from tests.refusals import refusal

MONDAY = date(2026, 3, 2)


def test_a_fixed_day_moves_to_the_next_working_day_and_market_days_do_not(cast: Cast):
    calendar = Calendar({date(2026, 3, 16): DayOverride("holiday", "本地节日")})
    march = date(2026, 3, 1), date(2026, 3, 31)
    rule = a_rule(cast)
    # The 15th is a Sunday, the 16th a holiday that people entered.
    assert days_asked_for(rule, *march, calendar) == [date(2026, 3, 17)]
    rule.number = 31
    # The 31st of January is a Saturday: its day is in February. The last day of February is a Saturday that is worked.
    winter = date(2026, 2, 1), date(2026, 3, 2)
    assert days_asked_for(rule, *winter, Calendar()) == [date(2026, 2, 2), date(2026, 2, 28)]
    rule.cadence, rule.market_days = Cadence.MARKET, "5,10"
    assert [day.day for day in days_asked_for(rule, *march, calendar)] == [5, 10, 15, 20, 25, 30]
    rule.cadence = Cadence.LUNAR_MARKET
    # 2026-03-19 is the first of the second month of the lunar year.
    assert [day.day for day in days_asked_for(rule, *march, calendar)] == [3, 8, 13, 18, 23, 28]
    rule.cadence = Cadence.WORKING_DAYS
    assert len(days_asked_for(rule, *march, Calendar())) == 22
    assert len(days_asked_for(rule, *march, calendar)) == 21


def test_the_lunar_table_agrees_with_the_festivals_known_otherwise():
    for year, spring, boat, moon in ((2026, 217, 619, 925), (2033, 131, 601, 908), (2060, 202, 603, 909)):
        days = [date(year, *divmod(each, 100)) for each in (spring, boat, moon)]
        assert [lunar_day(day) for day in days] == [1, 5, 15]
    assert lunar_day(date(2024, 2, 9)) is None
    assert lunar_day(date(2061, 1, 21)) is None


def test_a_rule_is_no_rarer_than_the_post_allows_and_is_followed_by_another(cast: Cast):
    town = {"by": cast.dispatcher, "post": ReceptionPost.TOWN_LEADER, "cadence": Cadence.TIMES_A_MONTH}
    assert refusal(a_rule, cast, number=1, **town) == "rule_too_rare"
    assert a_rule(cast, number=2, **town).unit == cast.town
    assert refusal(a_rule, cast, **{**town, "cadence": Cadence.MONTHLY_DAY}, number=5) == "rule_too_rare"
    assert refusal(a_rule, cast, cadence=Cadence.TIMES_A_YEAR, number=12) == "rule_too_rare", "a mayor monthly"
    assert a_rule(cast, post=ReceptionPost.DEPUTY, cadence=Cadence.TIMES_A_YEAR, number=1).number == 1
    assert refusal(a_rule, cast, number=None) == "number_missing"
    assert refusal(a_rule, cast, until=time(9)) == "hours_unfit"
    assert refusal(a_rule, cast, by=cast.clerk) == "not_permitted"
    rule = a_rule(cast)
    assert refusal(end_rule, rule, to_day=date(2025, 1, 1), by=cast.bureau_head) == "days_unfit"
    assert end_rule(rule, to_day=date(2026, 6, 30), by=cast.bureau_head).state == "ended"


def test_days_are_planned_once_and_count_where_they_were_published_early_enough(cast: Cast):
    rule = a_rule(cast, cadence=Cadence.WORKING_DAYS, number=None, person=None, title="值班区领导")
    plan_days(rule, month=MONDAY, by=cast.bureau_head, on=MONDAY)
    assert refusal(plan_days, rule, month=MONDAY, by=cast.bureau_head, on=MONDAY) == "nothing_to_plan"
    thursday = ReceptionDay.objects.get(on=date(2026, 3, 5))
    assert [slot.at for slot in thursday.slots.all()] == [time(9), time(9, 30), time(10), time(10, 30)]
    assert refusal(publish_day, thursday, by=cast.bureau_head, on=MONDAY) == "receiver_missing"
    assert thursday in unpublished_days(cast.bureau_head, MONDAY)
    day = make_day(rule=a_rule(cast), kind=ReceptionKind.OFFICE, day=thursday.on, by=cast.bureau_head, on=MONDAY)
    assert publish_day(day, by=cast.bureau_head, on=MONDAY).counts, "Tuesday, Wednesday, Thursday"
    assert RecordNotice.objects.filter(staff=cast.leader).exists()
    late = make_day(rule=day.rule, kind=ReceptionKind.OFFICE, day=date(2026, 3, 4), by=cast.bureau_head, on=MONDAY)
    assert not publish_day(late, by=cast.bureau_head, on=MONDAY).counts
    again = {"rule": day.rule, "kind": ReceptionKind.OFFICE, "day": late.on, "by": cast.bureau_head}
    assert refusal(make_day, **again, on=MONDAY) == "day_twice"


def test_a_stand_ins_day_is_not_the_leaders_and_what_falls_short_is_listed_each_day(cast: Cast):
    rule = a_rule(cast, number=9, from_day=date(2026, 3, 1))
    day = a_day(cast, rule, MONDAY, day=date(2026, 3, 9))
    assert refusal(attend, day, attendance=Attendance.SELF, by=cast.bureau_head, on=MONDAY) == "not_yet"
    on = date(2026, 3, 10)
    assert unsaid_days(cast.bureau_head, on).get() == day
    assert find_shortfalls(on) == 1
    unsaid = {"attendance": Attendance.STAND_IN, "by": cast.bureau_head, "on": on}
    assert refusal(attend, day, **unsaid) == "stand_in_unsaid"
    assert attend(day, **unsaid, stand_in="政府办主任").state == DayState.HELD
    assert find_shortfalls(on) == 1
    row = recent_shortfalls(cast.bureau_head, on).get()
    assert (row.since, row.expected, row.held, row.found_on) == (date(2026, 3, 9), 1, 0, on)
    assert not recent_shortfalls(cast.clerk, on).exists()
    # He makes it good within the month: the day is struck from the list.
    better = a_day(cast, rule, on, day=date(2026, 3, 20))
    attend(better, attendance=Attendance.SELF, by=cast.bureau_head, on=better.on)
    assert find_shortfalls(date(2026, 3, 21)) == 0
    assert not ReceptionShortfall.objects.exists()


def test_what_was_published_too_late_counts_for_nothing(cast: Cast):
    rule = a_rule(cast, number=9, from_day=date(2026, 3, 1))
    late = a_day(cast, rule, date(2026, 3, 6), day=date(2026, 3, 9))
    attend(late, attendance=Attendance.SELF, by=cast.bureau_head, on=late.on)
    assert find_shortfalls(date(2026, 3, 10)) == 1
    # A holiday entered afterwards moves the day that is asked for.
    CalendarDay.objects.create(on=date(2026, 3, 9), kind="holiday", name="本地节日")
    assert find_shortfalls(date(2026, 3, 10)) == 0


def test_times_a_month_and_a_year_are_asked_of_whole_periods(cast: Cast):
    town = a_rule(
        cast,
        by=cast.dispatcher,
        post=ReceptionPost.TOWN_LEADER,
        cadence=Cadence.TIMES_A_MONTH,
        number=2,
        from_day=date(2026, 2, 1),
    )
    a_rule(cast, post=ReceptionPost.DEPUTY, cadence=Cadence.TIMES_A_YEAR, number=1, from_day=date(2026, 2, 1))
    assert find_shortfalls(date(2026, 3, 31)) == 1
    assert find_shortfalls(date(2026, 4, 1)) == 2
    listed = ReceptionShortfall.objects.filter(rule=town).order_by("since")
    assert [(row.since, row.expected) for row in listed] == [(date(2026, 2, 1), 2), (date(2026, 3, 1), 2)]
    assert find_shortfalls(date(2027, 1, 1)) == 3, "the deputy's year was no whole one: three months of the town"


def test_everybody_sees_published_days_and_nothing_else(cast: Cast, django_assert_num_queries: Any):
    rule = a_rule(cast)
    make_day(rule=rule, kind=ReceptionKind.OFFICE, day=today() + timedelta(days=20), by=cast.bureau_head)
    a_day(cast, rule)
    with django_assert_num_queries(2):
        page = Client().get("/portal/reception-days/").content.decode()
    assert page.count("空余4个时段") == 1
    assert "卫区长" in page
    [row] = Client().get("/api/v1/reception/days/open/").json()
    assert (row["name"], row["free"], row["state"]) == ("卫区长", 4, "published")
    for number in range(5):
        a_day(cast, rule, day=today() + timedelta(days=30 + number))
    with django_assert_num_queries(2):
        Client().get("/portal/reception-days/")


def test_pages_of_days(cast: Cast):
    client, others = client_of(cast.bureau_head), client_of(cast.clerk)
    sent = {
        "post": "mayor",
        "cadence": "monthly_day",
        "number": "15",
        "title": "区长",
        "person": str(cast.leader.pk),
        "venue": "接访厅",
        "at": "9:00",
        "until": "11:00",
        "places": "4",
        "from_day": today().isoformat(),
    }
    assert client.post("/reception/days/rules/new/", {**sent, "post": ""}).status_code == 422
    rule = client.post("/reception/days/rules/new/", sent)["Location"]
    later = (today() + timedelta(days=40)).isoformat()
    assert client.post(f"{rule}plan/", {"month": later}).status_code == 302
    day = ReceptionDay.objects.get()
    assert client.post(f"{day.get_absolute_url()}publish/", {}).status_code == 302
    for url in ("/reception/days/", "/reception/days/rules/", rule, day.get_absolute_url()):
        assert "区长" in client.get(url).content.decode()
        assert others.get(url).status_code == 200
    assert client.get("/reception/days/shortfalls/").status_code == 200
    assert others.get("/reception/days/shortfalls/").status_code == 403
    assert others.post(f"{day.get_absolute_url()}cancel/", {"reason": "x"}).status_code == 403
    assert client_of(cast.stranger).get(day.get_absolute_url()).status_code == 404


def test_programs_make_publish_and_read_days(cast: Cast):
    call, rule = Caller(cast.bureau_head), a_rule(cast)
    body = {"rule": rule.pk, "kind": "joint", "day": (today() + timedelta(days=20)).isoformat()}
    made = call.post("/reception/days/", body)
    assert made.status_code == 201, made.content
    key = made.json()["id"]
    assert call.post(f"/reception/days/{key}/department/", {"department": cast.housing.pk}).status_code == 200
    assert call.post(f"/reception/days/{key}/publish/", {}).json()["state"] == "published"
    found = ReceptionDay.objects.get(pk=key).departments.get()
    assert call.post(f"/reception/days/{key}/call/", {"department_id": found.pk}).status_code == 200
    assert call.post(f"/reception/days/{key}/arrived/", {"department_id": found.pk}).status_code == 200
    assert call.post(f"/reception/days/{key}/arrived/", {"department_id": found.pk}).status_code == 422
    found.refresh_from_db()
    assert found.called_at
    assert found.arrived_at
    assert len(call.get(f"/reception/days/{key}/").json()["slots"]) == 4
    assert call.get("/reception/days/").json()["results"][0]["free"] == 4
    assert call.get("/reception/days/rules/").json()["results"][0]["id"] == rule.pk
    assert call.get("/reception/days/shortfalls/").json()["results"] == []
