"""What officials write in seeded cases: reasons, records, findings, opinions, from the same small pieces and names."""

from random import Random

from demo.seeding.phrases import Pool

_WHERE = Pool(
    "在{s}当面核对 会同{f}负责人查看{o} 走访{s}的{p}等{n}户 电话联系{p}约{n}分钟 调取{f}的台账 与{p}在{o}见面 "
    "到{f}查阅{d}的单据 请{p}到接待室面谈 比对{s}一带的登记 在{o}丈量拍照"
)
_FOUND = Pool(
    "所述{d}一节属实 {f}承认有疏漏 涉及金额{m} 其中{n}户已经处理 {p}补交了单据 与档案第{n}页一致 时间应为{d}{h} "
    "{f}出具了说明 现场已恢复{n}处 双方对{m}没有争议 部分情节与{p}所说不同 缺{d}前后的记录"
)
_NEXT = Pool(
    "限{f}于{d}前整改 由{p}负责跟进 {d}前书面告知结果 按规定退还{m} 纳入{s}改造计划 请{p}保管好票据 "
    "另约{d}回访 对{f}约谈一次 已在{o}张贴说明 每半月向{p}通报进度"
)
_ASKED = Pool(
    "请核实{o}的情况 请就{f}的资质提出意见 请查{d}前后的登记 请了解{p}家的实际困难 请提供{s}的图纸 请说明{m}的来源 "
    "请派人到{s}走访{n}户 请比对{f}的合同"
)
_BECAUSE = Pool(
    "属你单位职权范围 事发地在{s} 主管的是{f}所属行业 {p}希望书面答复 涉及{n}户群众 与{d}的来件有关联 需要到{o}实地查看 "
    "请在答复中写明{m}的核算"
)
REASONED = (_BECAUSE, _ASKED)
INSTRUCTED = (_ASKED, _BECAUSE)
INQUIRED = (_WHERE, _FOUND)
FOUND = (_WHERE, _FOUND, _NEXT)
DECIDED = (_FOUND, _NEXT)
NOTED = (_NEXT,)


def remark(random: Random, pools: tuple[Pool, ...]) -> str:
    """Return one remark of a kind."""
    return "，".join([pool.draw(random) for pool in pools]) + "。"
