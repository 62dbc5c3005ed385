"""Command `print_rooms`: docs/rooms.md, what each room adds to the house."""

from kit.rooms import Room, rooms
from organizations.management.printing import PrintCommand


class Command(PrintCommand):
    """Print what the rooms add."""

    help = "打印 docs/rooms.md：各模块为本系统增加了什么；--check 只核对。"
    file_name = "rooms.md"

    def text(self) -> str:
        """Return docs/rooms.md."""
        head = "# 模块一览\n\n由 `manage print_rooms` 打印，请勿手工修改。每个模块的内容在它的 `room.py`。\n"
        return "\n".join([head, *(_room(room) for room in rooms() if room.name != "demo")])


def _room(room: Room) -> str:
    lines = [f"## {room.label}（`{room.name}`，第{room.floor}层）", ""]
    for title, words in _parts(room):
        if words:
            lines.append(f"- **{title}**（{len(words)}）：{'、'.join(words)}")
    return "\n".join([*lines, ""])


def _parts(room: Room) -> list[tuple[str, list[str]]]:
    return [
        ("导航", [entry.label for entry in room.nav]),
        ("工作台数字", [tile.label for tile in room.tiles]),
        ("信访件页面上的板块", [panel.title for panel in room.panels]),
        ("办理行为", [door.act.label for door in room.doors]),
        ("可编辑的文书", [kind.label for kind in room.letters]),
        ("记录的文书", [paper.title for paper in room.papers]),
        ("告知的事由", [reason.label for reason in room.reasons]),
        ("定时任务", list(room.schedule)),
        (
            "可设置的项目",
            [f"{setting.label}（XINFANG_{setting.key}，默认{setting.default}）" for setting in room.settings],
        ),
        ("供统计的数字", [f"{figure.label}（{figure.formula}）" for figure in room.figures]),
        ("供分析的文字", [text.label for text in room.texts]),
        ("台账", [ledger.heading for ledger in room.ledgers]),
        ("后台任务", [kind.label for kind in room.jobs]),
        ("由程序打印的文件", list(room.printed)),
    ]
