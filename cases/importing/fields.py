"""The fields an imported case is made of, and the headers under which other systems export them."""

from law.words import Word


class Field(Word):
    """What a column of a file may hold; the code is the key of a map file."""

    EXTERNAL_NUMBER = "external_number", "外部编号"
    RECEIVED_ON = "received_on", "收到日期"
    REGISTERED_ON = "registered_on", "登记日期"
    SUBJECT = "subject", "事由"
    CONTENT = "content", "内容"
    NAME = "name", "姓名"
    ID_TYPE = "id_type", "证件类型"
    ID_NUMBER = "id_number", "证件号码"
    PHONE = "phone", "联系电话"
    ADDRESS = "address", "住址"
    CHANNEL = "channel", "信访形式"
    KIND = "kind", "信访类别"
    CATEGORY = "category", "内容分类"
    LOCATION = "location", "问题属地"
    PROVINCE = "province", "属地省"
    CITY = "city", "属地市"
    COUNTY = "county", "属地县"
    TOWN = "town", "属地乡镇"
    REGION_CODE = "region_code", "属地区划代码"
    PETITIONER_COUNT = "petitioner_count", "人数"
    ANONYMOUS = "anonymous", "是否匿名"
    RESPONDENT = "respondent", "被反映对象"
    REPLY = "reply", "答复内容"
    ANSWERED_ON = "answered_on", "答复日期"
    RESPONSIBLE = "responsible", "办理单位"
    ADDRESSEE = "addressee", "收信对象"
    STATUS = "status", "原系统状态"
    SUPERIOR = "superior", "交办单位"
    SUPERIOR_NUMBER = "superior_number", "交办文号"
    SUPERIOR_DATED_ON = "superior_dated_on", "来文日期"
    SUPERIOR_REPORT_BY = "superior_report_by", "要求上报日期"
    REMARK = "remark", "备注"


# Folded as columns.normal() folds a header. The order counts: the first filled column is taken. A bare running
# number (序号) is no alias: it starts again in every file, and rows would wrongly pass for known ones.
_WORDS = {
    Field.EXTERNAL_NUMBER: "信访件编号 信访编号 信访件号 受理编号 登记编号 业务编号 工单编号 编号 件号 流水号 rec_id "
    "external_number number id msg_no",
    Field.RECEIVED_ON: "收到日期 收件日期 收到时间 信访日期 信访时间 来信日期 来访日期 来信时间 来访时间 提交时间 提交日期 "
    "留言时间 反映时间 反映日期 投诉时间 received_on msg_time 日期 时间 date",
    Field.REGISTERED_ON: "登记日期 登记时间 录入时间 录入日期 registered_on",
    Field.SUBJECT: "标题 事由 信访事由 概况 概况信息 概况描述 问题概况 主题 留言主题 title subject",
    Field.CONTENT: "内容 正文 信访内容 反映内容 来信内容 来访内容 留言内容 留言详情 详细内容 诉求内容 主要内容 投诉内容 "
    "问题描述 反映问题 主要诉求 body content text",
    Field.NAME: "姓名 信访人姓名 信访人 投诉人 反映人 来信人 来访人 留言人 留言用户 联系人 petitioner name user_id author "
    "author_masked",
    Field.ID_TYPE: "证件类型 证件种类 id_type",
    Field.ID_NUMBER: "身份证号 身份证号码 身份证 证件号码 证件号 id_number",
    Field.PHONE: "联系电话 电话 手机 手机号 手机号码 电话号码 联系方式 固定电话 phone mobile",
    Field.ADDRESS: "住址 家庭住址 现住址 详细住址 联系地址 通讯地址 通信地址 住所地 地址 户籍地 户籍地址 address",
    Field.CHANNEL: "信访形式 信访方式 信访渠道 来件方式 受理渠道 来源渠道 渠道 channel",
    Field.KIND: "信访类别 信访目的 信访事项类别 事项类别 事项类型 留言类型 诉求类型 kind",
    Field.CATEGORY: "内容分类 问题分类 问题类别 信访内容分类 一级分类 一级标签 分类 类别 label_l1 category domain 领域",
    Field.LOCATION: "问题属地 问题发生地 属地 发生地 发生地点 事发地 事发地点 问题地点 location region",
    Field.PROVINCE: "省 省份 province",
    Field.CITY: "市 地市 city",
    Field.COUNTY: "区县 县区 县 区 county district",
    Field.TOWN: "乡镇 乡镇街道 街道 town",
    Field.REGION_CODE: "属地代码 区划代码 行政区划代码 问题属地代码 region_code",
    Field.PETITIONER_COUNT: "人数 信访人数 来访人数 涉及人数 petitioner_count",
    Field.ANONYMOUS: "是否匿名 匿名 anonymous",
    Field.RESPONDENT: "被反映人 被反映单位 被反映对象 被举报人 被举报单位 被投诉人 被投诉单位 被投诉对象 respondent",
    Field.REPLY: "答复内容 答复意见 答复 回复内容 办理意见 处理意见 办理结果 处理结果 办理情况 reply handle_reply",
    Field.ANSWERED_ON: "答复时间 答复日期 回复时间 回复日期 办结时间 办结日期 answered_on reply_time handle_time",
    Field.RESPONSIBLE: "责任单位 办理单位 承办单位 答复单位 有权处理机关 办理机构 responsible handling_unit",
    Field.ADDRESSEE: "收信人 收信单位 收信对象 留言对象 信访对象 addressee",
    Field.STATUS: "办理状态 办理进度 办件状态 状态 status state",
    Field.SUPERIOR: "交办单位 交办机关 交办部门 上级交办单位 superior",
    Field.SUPERIOR_NUMBER: "交办文号 交办函号 交办编号 superior_number",
    Field.SUPERIOR_DATED_ON: "来文日期 交办日期 交办时间 superior_dated_on",
    Field.SUPERIOR_REPORT_BY: "要求上报日期 要求反馈日期 上报期限 交办期限 反馈期限 superior_report_by",
    Field.REMARK: "备注 说明 remark note",
}
ALIASES: dict[Field, tuple[str, ...]] = {field: tuple(words.split()) for field, words in _WORDS.items()}

# The columns of our own refused file: repaired rows are imported from it again.
LINE, COLUMN, REASON, ORIGINAL = "导入_行", "导入_列", "导入_原因", "导入_原文"
OWN_COLUMNS = frozenset({LINE, COLUMN, REASON, ORIGINAL})
