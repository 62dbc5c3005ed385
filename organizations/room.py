"""The room of units and people: what it adds to the house."""

from kit.rooms import Entry, Room

ROOM = Room(
    name="organizations",
    label="机构与人员",
    floor=1,
    nav=(
        Entry("权限一览", "permissions", "shield", group="系统"),
        Entry("期限标准", "limits", "book", group="系统"),
        Entry("期限计算器", "calculator", "calendar", group="系统"),
        Entry("我的账号", "account", "person", group="系统"),
        Entry("演示日期", "training", "calendar", group="系统", training_only=True),
    ),
    printed=("print_permissions",),
    urls="organizations.urls",
    api="organizations.api",
)
