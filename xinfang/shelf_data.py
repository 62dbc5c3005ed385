"""Invented data for the component shelf: one example of every component, in words of no real place or person."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 3, 12)

NAV = [
    {"label": "工作台", "url": "#desk", "icon": "desk", "active": True, "count": 7},
    {"label": "登记", "url": "#intake", "icon": "intake", "active": False, "count": None},
    {"label": "信访件", "url": "#cases", "icon": "list", "active": False, "count": "1000+"},
    {"label": "收件箱", "url": "#inbox", "icon": "inbox", "active": False, "count": 3},
    {"label": "审签", "url": "#sign", "icon": "seal", "active": False, "count": 2},
    {"label": "机构", "url": "#units", "icon": "units", "active": False, "count": None, "group": "管理"},
    {"label": "权限一览", "url": "#roles", "icon": "shield", "active": False, "count": None},
]
WHO = {"name": "李晓禾", "unit": "云川区信访局", "roles": ["窗口接待", "分流"]}
BANNERS = [
    {"text": "演示数据正在生成", "tone": "info", "icon": "hourglass", "value": 120, "max": 300},
    {"text": "演示日期：2026年3月12日。本系统中的人名、地名和事项均为虚构。", "tone": "training", "icon": "calendar"},
]
UNITS = [
    {"id": 11, "name": "云川区住房和城乡建设局", "path": "云川区", "note": "zjj"},
    {"id": 12, "name": "云川区人力资源和社会保障局", "path": "云川区", "note": "rsj"},
    {"id": 21, "name": "柳溪镇人民政府", "path": "云川区", "note": "lxz"},
    {"id": 211, "name": "柳溪镇上河村", "path": "云川区 › 柳溪镇", "note": "shc"},
]


def days(start: date, length: int) -> list[dict[str, Any]]:
    """Return the rows of an unfolded calendar-day clock: the starting day does not count, the others do."""
    rows: list[dict[str, Any]] = [{"date": start, "counts": False, "why": "收到当日"}]
    for number in range(1, length + 1):
        day = start + timedelta(days=number)
        rows.append({"date": day, "counts": True, "number": number, "why": "", "due": number == length})
    rows[-1]["why"] = "到期日"
    return rows


CLOCKS: list[dict[str, Any]] = [
    {
        "name": "登记分流",
        "who": "区信访局",
        "tone": "red",
        "words": "超期2天",
        "due_on": date(2026, 3, 10),
        "article": "第二十二条",
        "why_url": "/shelf/days/",
    },
    {
        "name": "受理告知",
        "who": "柳溪镇",
        "tone": "orange",
        "words": "今天到期",
        "due_on": TODAY,
        "article": "第二十三条",
        "days": days(date(2026, 2, 25), 15),
        "reason": "2月25日收到转送件，自次日起15日内书面告知信访人；收到当日不计，休息日照计。",
    },
    {
        "name": "提出异议",
        "who": "区住建局",
        "tone": "yellow",
        "words": "还剩2个工作日",
        "due_on": date(2026, 3, 16),
        "article": "第二十三条",
        "provisional": True,
        "why_url": "/shelf/days/",
    },
    {
        "name": "办结",
        "who": "柳溪镇",
        "tone": "green",
        "words": "还剩48天",
        "due_on": date(2026, 4, 29),
        "article": "第三十四条",
        "note": "已延长0日，最多可延30日",
        "why_url": "/shelf/days/",
    },
    {
        "name": "申请复查",
        "who": "信访人",
        "tone": "grey",
        "words": "尚未开始",
        "due_on": None,
        "article": "第三十五条",
        "note": "自信访人收到处理意见书之日起计",
    },
]

_ROWS = [
    (
        "云信〔2026〕0312号",
        "周**",
        "反映安置房渗水两年未修，并要求公开维修资金使用情况",
        "柳溪镇人民政府",
        "在办",
        "moving",
        0,
    ),
    (
        "云信〔2026〕0298号",
        "孟**等4人",
        "反映三季度工资拖欠，请求协调发放",
        "区人力资源和社会保障局",
        "待审签",
        "moving",
        1,
    ),
    ("云信〔2026〕0287号", "匿名", "建议在沿河路增设路灯和减速带", "区城市管理局", "已转送", "new", 2),
    ("云信〔2026〕0251号", "贺**", "反映宅基地边界与邻户不清，请求测量确认", "柳溪镇上河村", "办理中", "moving", 3),
    ("云信〔2026〕0166号", "田**", "请求补发高龄津贴三个月", "区民政局", "已办结", "decided", 4),
]
ITEMS = [
    {
        "url": "#case",
        "cells": [
            {"label": "编号", "text": number},
            {"label": "信访人", "text": who},
            {"label": "", "text": what, "kind": "wide"},
            {"label": "在", "text": where},
            {"label": "状态", "state": {"label": state, "tone": tone}},
            {"label": "期限", "chip": CLOCKS[clock]},
        ],
    }
    for number, who, what, where, state, tone, clock in _ROWS
]
COLUMNS = [
    {"label": "编号", "url": "?sort=number"},
    {"label": "信访人"},
    {"label": "概要", "kind": "wide"},
    {"label": "承办单位", "url": "?sort=unit"},
    {"label": "状态"},
    {"label": "最近期限", "url": "?sort=-due", "sorted": "asc"},
]
EVENTS = [
    {
        "act": "指定承办人",
        "at": datetime(2026, 3, 11, 9, 20, tzinfo=ZONE),
        "unit": "柳溪镇人民政府",
        "who": "韩立民",
        "icon": "person",
    },
    {
        "act": "受理并告知",
        "at": datetime(2026, 3, 10, 16, 5, tzinfo=ZONE),
        "unit": "柳溪镇人民政府",
        "who": "韩立民",
        "icon": "letter",
        "article": "第二十三条",
        "text": "受理告知书 柳信告〔2026〕18号，邮寄送达。",
        "url": "#letter",
        "label": "查看告知书",
    },
    {
        "act": "异议未获同意",
        "on": date(2026, 3, 4),
        "unit": "云川区信访局",
        "who": "李晓禾",
        "icon": "ban",
        "wrong": True,
        "text": "渗水属保修期内质量问题，仍由柳溪镇牵头，住建局协办。",
    },
    {
        "act": "转送",
        "at": datetime(2026, 2, 25, 10, 2, tzinfo=ZONE),
        "unit": "云川区信访局",
        "who": "李晓禾",
        "icon": "send",
        "article": "第二十二条",
    },
    {
        "act": "登记",
        "at": datetime(2026, 2, 23, 8, 41, tzinfo=ZONE),
        "unit": "云川区信访局",
        "who": "王素",
        "icon": "intake",
        "article": "第二十一条",
    },
]
DEFINITIONS = [
    {"label": "编号", "value": "云信〔2026〕0312号", "copyable": True},
    {"label": "信访形式", "value": "来访"},
    {
        "label": "信访人",
        "masked": {"text": "周**（身份证 3**************6）", "post_url": "/shelf/masked/", "label": "信访人"},
    },
    {"label": "状态", "state": {"label": "办理中", "tone": "moving"}},
    {"label": "现在", "value": "柳溪镇人民政府", "note": "自2026年2月25日起"},
    {"label": "联系电话", "value": ""},
    {"label": "概要", "value": "反映安置房渗水两年未修，并要求公开维修资金使用情况。", "wide": True},
]
LETTER = {
    "title": "信访事项受理告知书",
    "number": "柳信告〔2026〕18号",
    "to": "周某某",
    "signed_by": "柳溪镇人民政府",
    "signed_on": date(2026, 3, 10),
    "attachments": ["信访事项办理流程图"],
    "paragraphs": [
        "您于2026年2月23日反映的安置房渗水维修问题，我单位于2026年2月25日收到云川区信访局转送材料。经审查，该事项属于我单位职权范围，决定予以受理。",
        "根据《信访工作条例》第三十四条，我单位将自受理之日起60日内办结，即不迟于2026年5月9日；情况复杂确需延长的，将另行书面告知您理由，延长期限不超过30日。",
    ],
    "footer": "经办人：韩立民　联系电话：0000-0000000　查询码：LX-18-7Q2K",
}
STATS = [
    {"label": "超期", "value": 1, "tone": "red", "note": "最长2天"},
    {"label": "今天到期", "value": 3, "tone": "orange"},
    {"label": "三天内到期", "value": 6, "tone": "yellow"},
    {"label": "期限内", "value": 41, "tone": "green"},
    {"label": "本周登记", "value": 28, "tone": "", "note": "上周 31"},
]
STATES = [("待分流", "new"), ("办理中", "moving"), ("已办结", "decided"), ("已结案", "closed"), ("已作废", "stopped")]
TABS = [
    {"label": "概况", "url": "#a", "active": True},
    {"label": "诉求与答复", "url": "#b", "count": 2},
    {"label": "流转", "url": "#c", "count": 4},
    {"label": "文书与送达", "url": "#d", "count": 1},
    {"label": "办理记录", "url": "#e"},
]
REFUSED = {
    "code": "extension_too_long",
    "message": "延期合计不得超过30日，已延20日，本次最多可延10日。",
    "article": "第三十四条",
}
