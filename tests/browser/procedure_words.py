"""What is typed on the walk through the whole procedure: the petition, and two answers to it."""

from typing import Any

APPEAL = {"kind": "appeal", "path": "petition_procedure"}
PETITION: dict[str, Any] = {
    "channel": "visit",
    "subject": "楼顶渗水、菜地被占、工钱没有结清",
    "content": "我们三户住在幸福路18号。楼顶漏了两年；门前三分菜地去年被推平；孩子在工地干了八个月，工钱没有结清。",
    "petitioner_count": 3,
    "location": "苇塘镇芦家村",
    "parties": [
        {"name": "欧阳𠮷祥", "role": "petitioner", "phone": "13900005678", "address": "幸福路18号2单元301室"},
        {
            "name": "古丽米热·阿不都热合曼",
            "role": "petitioner",
            "phone": "13900005679",
            "address": "幸福路18号2单元302室",
        },
        {"name": "田守义", "role": "representative", "phone": "13900005680", "address": "芦家村二组7号"},
    ],
    "demands": [
        {"text": "修好楼顶，三单元楼道不再渗水", **APPEAL},
        {"text": "说明门前菜地为什么被推平，补上补偿", **APPEAL},
        {"text": "追回在新港湾工地做工八个月没有结清的工钱46,800元", **APPEAL},
    ],
}
ROOF = {
    "facts": "经现场查看，楼顶防水层使用已满十八年，渗水两处，面积约6平方米；该楼维修资金余额1,204元。",
    "legal_basis": "《住宅专项维修资金管理办法》第二十二条；《物业管理条例》第五十三条",
    "cause": "legacy",
}
REFUSING = {**ROOF, "outcome": "reject", "opinion": "维修资金不足，申请人要求由我局出资维修，没有依据，不予支持。"}
SUPPORTING = {
    **ROOF,
    "outcome": "support",
    "opinion": "渗水危及居住安全，按应急维修程序办理：我局先行组织维修，45日内完工，费用由全体业主分摊。",
}
