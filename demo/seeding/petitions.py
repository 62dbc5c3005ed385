"""What invented people write: a subject, a petition and its demands, from topics, pieces and names that nobody has."""

from random import Random
from typing import NamedTuple

from demo.seeding import words
from demo.seeding.phrases import Pool, sentence
from demo.seeding.topics import TOPICS, Topic
from law.vocabulary import Kind

_WHO = Pool(
    "我是{s}{n}号的租户{p} 本人{p}在{f}做了{y}年工 我们{n}户都住{s}后排 家住{o}旁边的{p}说起这事 我和老伴守着{s}的小屋 "
    "替父亲{p}代笔写这封信 作为{f}的老主顾 刚搬到{s}不满{y}年 我在{o}摆了{y}年摊 邻居{p}托我一并讲明 "
    "{s}{n}栋的几家人推我出面 我娘家在{o}那一带 退休后回到{s}帮带孙子 本人从{f}下岗多年 我种着{o}边上{n}分地 "
    "做保洁的{p}和我同住一层 我是开货车的{p} 我兄弟{p}常年在外 我们班组{n}个人都能作证 带着两个孩子借住{s} "
    "去年才从{o}迁到{s} 我替行动不便的{p}说几句 我丈夫{p}在{f}上夜班 我们合伙人{p}已回老家"
)
_SINCE = Pool(
    "从{d}起 过了{d}以后 {d}{h}那回 打{y}年前算起 自{p}接手以来 换成{f}经营之后 {d}下大雨当晚 清明前后 秋收刚完 "
    "开学头一周 入伏那几天 {d}停电之后 年关将近时 头一次发现是{d} 隔了{n}天再看 {f}进场当月 拆了{o}的旧棚以后 "
    "孩子放假在家那阵 拿到通知的{d} 刚签完字{n}天 腊月里 梅雨没断的日子"
)
_HOW = Pool(
    "{f}的人说归{p}管 当面只回一句再等等 墙上贴的电话是空号 问急了就挂断 牌子换成了{f} 几台车堵在{o} 门口只剩看门的{p} "
    "图纸和实际差了{n}公分 票上盖的是{f}的章 登记本上没有我名字 收据编号到{n}就断了 {p}拿尺量过两遍 录音里他亲口认了 "
    "夜里用篷布盖着 走到{o}就闻得见 来过{n}拨人都没下文 表上写着已经办结 钥匙在{p}手里 铺了一层煤渣了事 半道上又改了口"
)
_ALSO = Pool(
    "{s}那头也一样 连着{o}的一段更厉害 {n}户里有{y}户摊上了 旁边{f}照样不管 隔壁{p}家损失更大 老人出门要绕到{s} "
    "送货的都不肯进来 菜地淹掉{n}垄 孩子上学得从{o}翻过去 {p}的摊位被挤没了 楼下{f}天天来吵 存的粮食返了潮 "
    "往年{d}前就弄妥了 今年足足晚了{n}天 只有{s}口子那几家没事 消息是{p}从别处听来的 看热闹的倒围了{n}个 {f}还倒打一耙"
)
_HARM = Pool(
    "前后贴进去{m} 里外损失约{m} 误工{n}天没人认 {p}为此住院{n}天 孩子夜里总惊醒 借了亲戚{m}周转 铺子半个月没开张 "
    "门框裂了{y}道缝 家电烧坏两样 到手只有{m} 欠条上写着{m} 老母亲摔伤了腕子 全家挤在{s}一间房 {n}亩苗子全黄了 "
    "押着的{m}要不回 来回车费花掉{m} 医药费垫了{m} 生意只剩往常三成 房租白交{y}个月 {p}气得血压上来"
)
_TRIED = Pool(
    "{d}找过{p}没见着人 打热线记的流水号尾数{n} 在{o}拦住{p}问过一次 托{p}捎话没有回音 书面材料交到{s}那边 "
    "群里@了{n}遍没人应 {f}答应{d}前给说法 约好{h}碰头又改期 社区的{p}来看过两回 跟{f}的会计对过一次账 "
    "先后跑了{y}趟 去{s}窗口排到{n}号 律师说先协商 {p}让回家等信 本子上签了到就散了 上门的人把照片拍走了 "
    "当时口头应承{n}天内弄好 最后一回是{d}{h}"
)
_PROOF = Pool(
    "照片存了{n}张 {p}愿意当面作证 收据编号末位{n} 有{f}盖章的单子 手机里录了{y}段 合同第{n}页写得明白 {s}的监控能查到 "
    "转账记录是{d}那笔 量出来的尺寸记在本上 {n}户都按了手印 {o}的界石还在 原件在{p}处 票据用信封装好了 附上一张草图 "
    "老账本翻到{n}页就是 {p}当时也在场 快递单号末两位{n}"
)
_WISH = Pool(
    "盼着派人到{o}走一趟 请告诉我找谁才作数 {d}以后我都在家 别再推给{f}了 来之前打{p}的电话也行 我们不图别的 该认的我也认 "
    "最好能有张纸写明 年底前有个着落就行 请替{p}一家想想法子 能先垫上{m}更好 希望{s}的人也听听 谢谢看信的同志 "
    "不要为难{p}就好 {h}后方便接听 等信儿 麻烦费心了 若要补材料我马上送到{s}"
)
# Mostly names: they keep two petitions apart that happen to be built of the same pieces.
_PEOPLE = Pool(
    "同去的有{p}、{p}和{s}的{p} {p}、{p}、{p}三家都写了名字 先问{p}后问{p}，又转给{s}的{p} {f}的{p}带着{p}来过，{p}也在 "
    "知道底细的是{p}、{p}，还有{o}的{p} 从{p}手上转到{p}，末了归{s}的{p} {p}住前院，{p}住后院，{p}在{o} "
    "量地时{p}拉绳，{p}记数，{p}看着 {p}说东，{p}说西，{s}的{p}不吭声 {p}当班那天{p}请假，顶替的是{p}"
)
_PLACES = Pool(
    "从{s}经{o}到{s}都能看见 {f}、{f}和{f}都在这条线上 北到{o}，南到{s}，中间是{f} 挨着{f}的{s}，再往里是{o} "
    "{s}归{f}，{o}归{f}，谁也不接 先在{o}，后挪到{s}，如今靠着{f} 起头在{s}，收尾在{o}，过道通{f} {o}、{o}两处都一样，{s}好些 "
    "卸在{o}，堆在{s}，看场的是{f} {f}对面是{s}，背后是{o}"
)
_DEED = Pool(
    "私下收了{f}{m} 把名额给了亲戚{p} 用集体的钱给{s}的房子装修 报账单里混进{f}的发票 在{o}的工程上虚报{n}方 "
    "让{p}代签了{n}份领条 验收时收下{p}的烟酒 开着公家的车去{s}接人 占着{o}的公用屋不还 把救济款压了{n}天 "
    "默许{f}不过秤 重复领取{m}补贴 没开会就把{o}包给{p} 对举报的{p}摆脸色"
)
_LIKE = ("建议", "提个想法", "能否", "可不可以", "想请考虑")


class Petition(NamedTuple):
    """The words of a case: its subject, what was written, where it happens, the topic, and one text a demand."""

    subject: str
    content: str
    spot: str
    topic: Topic
    demands: list[str]


def petition(random: Random, kinds: list[Kind], place: str, accused: str) -> Petition:
    """Return what somebody writes of a place; ``accused``: whom the first demand accuses, empty for nobody."""
    topic = TOPICS[int(random.random() * len(TOPICS))]
    street, firm = words.street(random), words.firm(random)
    thing, trouble = words.pick(random, topic.things), words.pick(random, topic.troubles)
    accusing = _accusation(random, accused) if accused else ""
    body = [
        sentence(random, _WHO, _SINCE),
        f"{place}{street}{thing}{trouble}，{firm}{_HOW.draw(random)}。",
        sentence(random, _PLACES, _ALSO),
        sentence(random, _TRIED, _PEOPLE),
        sentence(random, _PROOF, _WISH),
    ]
    if random.random() < 0.5:
        body.insert(2, sentence(random, _HARM, _PLACES))
    if random.random() < 0.3:
        body.insert(4, sentence(random, _HOW, _PEOPLE))
    demands = [_demand(random, kind, topic, f"{street}{thing}", accused) for kind in kinds]
    subject = f"反映{accused}有关人员问题" if accused else f"{place}{street}{firm}{thing}{trouble}"
    return Petition(subject[:200], accusing + "".join(body), f"{place}{street}{words.spot(random)}", topic, demands)


def again(random: Random, first: Petition) -> str:
    """Return what the same person writes later of the same matter: the same words with news before and after."""
    return f"{sentence(random, _SINCE, _TRIED)}{first.content}{sentence(random, _HARM, _WISH)}"


def _accusation(random: Random, accused: str) -> str:
    return f"举报{accused}的{words.person(random)}：{sentence(random, _SINCE, _DEED)}{sentence(random, _DEED, _PROOF)}"


def _demand(random: Random, kind: Kind, topic: Topic, what: str, accused: str) -> str:
    if kind is Kind.ACCUSATION:
        return f"请查清{accused}有人{_DEED.draw(random)}一事，{_PROOF.draw(random)}。"
    asked = words.pick(random, topic.wishes)
    head = words.pick(random, _LIKE) if kind is Kind.SUGGESTION else "请求"
    return f"{head}就{what}{asked}，{words.firm(random)}{_HOW.draw(random)}，{_WISH.draw(random)}。"
