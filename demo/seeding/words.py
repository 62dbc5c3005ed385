"""Invented names and numbers: a large pool of characters, so that no two petitions sound alike. None is of a real person."""

from random import Random

# Characters that go into invented names of people, shops, streets and villages.
NAMING = (
    "安柏碧彬冰波博采灿苍策禅畅晨澄驰川春淳聪翠丹得典鼎东栋敦帆芳菲枫峰凤芙福甫馥岗高格根耕冠光贵桂国果海涵翰"
    "航皓禾和荷恒弘红鸿厚湖华怀欢焕慧吉纪季佳嘉坚建健剑江皎杰洁金津锦进劲京晶景静镜炯九菊钧筠俊骏凯康柯克可宽奎坤"
    "澜朗乐雷磊黎礼立丽利莲廉良梁亮林琳霖凌灵岭令流柳龙隆楼鲁鹿路露禄伦洛茂玫梅门萌孟梦敏明鸣铭墨牧木沐南楠宁鹏"
    "萍平坪浦启琪奇祺齐谦乾茜强巧钦勤青清晴庆秋全泉荃群然仁任荣容融如儒瑞润若森沙山杉善韶少绍深慎升生胜盛诗石时世"
    "守书舒淑蜀双爽水顺思斯松嵩苏素岁太泰坛唐涛桃陶天田亭庭廷通同桐瞳万望威巍微维伟炜文雯稳梧武西希惜溪曦熙霞夏先"
    "贤香祥翔向晓笑欣新馨星兴雄修秀旭轩宣萱学雪雅妍岩研彦艳雁燕扬阳洋瑶耀业烨一怡宜义艺亦易益逸毅茵音银英莹颖映永"
    "勇友有佑余瑜宇雨玉育裕誉元园媛源远月岳云芸允韵泽展章彰长兆哲珍真臻振镇争正之芝知志治智中钟重舟洲竹珠柱卓子梓"
    "紫宗祖遵佐蔼岸柏坝邦宝堡杯贝本壁滨伯渤步仓草茶柴昌潮车城池船窗村达带岛稻堤地店渡墩朵鹅耳方房肥丰风锋扶府富冈"
    "港歌沟谷鼓瓜关官观广归闺桂郭汉杭蒿浩河鹤横虹候后浒桦槐黄回汇惠基集家甲嫁尖角节解界锦井颈旧居聚鹃君咖卡开考靠"
    "科坑空口枯库矿葵阔拉蓝兰榄廊浪牢老犁李里力栗帘联练粮林柃菱零陵岭领留六笼垄陇炉芦庐陆鹭吕绿罗箩螺马麦满芒毛茅"
)
SURNAMES = (
    "陈林黄吴郑何许谢沈韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任卢姚钟姜崔谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江"
    "尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柯梅阮温柴瞿辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童"
)
SHOPS = (
    "五金店", "粮油行", "早餐铺", "建材部", "物业公司", "家政部", "驾校", "健身馆", "幼托所", "汽修厂", "装饰公司", "药房",
    "纺织厂", "塑料厂", "食品厂", "养殖场", "运输队", "开发公司", "劳务公司", "培训中心", "洗涤厂", "家具厂", "印刷厂", "苗圃",
)  # fmt: skip
WAYS = ("路", "街", "巷", "弄", "大道", "里", "坊", "胡同", "新村", "小区", "花园", "公寓", "家园", "苑", "城", "码头")
SPOTS = (
    "桥头",
    "河滩",
    "渠口",
    "坡下",
    "岔路口",
    "老井边",
    "晒谷场",
    "车棚",
    "配电房",
    "围墙外",
    "楼道口",
    "水塔旁",
    "泵站",
    "凉亭",
)


def name(random: Random, length: int = 2) -> str:
    """Return an invented name of so many characters."""
    drawn, many = random.random, len(NAMING)
    return "".join([NAMING[int(drawn() * many)] for _ in range(length)])


def pick(random: Random, options: tuple[str, ...]) -> str:
    """Return one of several words."""
    return options[int(random.random() * len(options))]


def person(random: Random) -> str:
    """Return an invented person's name."""
    return SURNAMES[int(random.random() * len(SURNAMES))] + name(random, 1 + (random.random() < 0.75))


def firm(random: Random) -> str:
    """Return an invented firm."""
    return name(random, 2 + (random.random() < 0.4)) + pick(random, SHOPS)


def street(random: Random) -> str:
    """Return an invented street or estate."""
    return name(random, 2) + pick(random, WAYS)


def spot(random: Random) -> str:
    """Return an invented place in the open."""
    return name(random, 2) + pick(random, SPOTS)


def phone(random: Random) -> str:
    """Return a number that no operator gives out: its first four digits belong to nobody."""
    return f"1000{int(random.random() * 10**7):07d}"


def id_number(random: Random, code: str) -> str:
    """Return a number of the shape of an identity card of a division that does not exist."""
    year, month, day = 1942 + int(random.random() * 60), 1 + int(random.random() * 12), 1 + int(random.random() * 28)
    return f"{code}{year}{month:02d}{day:02d}{int(random.random() * 1000):03d}X"
