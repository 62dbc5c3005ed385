"""What can become of a leg, written down: the acts in their order, each with the fewest and most days after the one before."""

from law.vocabulary import Act

Turn = tuple[Act, int, int]
History = tuple[Turn, ...]

_ARRIVED: History = ((Act.OPEN, 0, 1), (Act.ACCEPT, 1, 9), (Act.NOTIFY, 0, 3), (Act.TAKE, 0, 3))
_HEARD: History = ((Act.RECORD_INQUIRY, 2, 14),)
_VILLAGE: History = ((Act.DELEGATE, 0, 3), (Act.REPORT_FINDINGS, 2, 9), (Act.ASSESS, 0, 3))
_CONSULTED: History = ((Act.CONSULT, 0, 3), (Act.REPLY_CONSULTATION, 1, 8))
_SIGNED: History = ((Act.ANSWER, 1, 9), (Act.SUBMIT, 0, 2), (Act.ISSUE, 0, 4), (Act.SERVE, 0, 2))
_RECEIVED: History = ((Act.RECORD_RECEIPT, 1, 6),)
_REPORTED: History = ((Act.REPORT_CONCLUSION, 0, 4),)
# The petitioner's thirty days, and the rest days that may follow them.
_CHECKED: History = ((Act.CHECK_DUTIES, 0, 2),)
_LAPSED: History = (*_CHECKED, (Act.CLOSE, 42, 60))
_KEPT: History = ((Act.ARCHIVE, 3, 60),)
_REEXAMINED: History = (
    (Act.REQUEST_REEXAMINATION, 4, 24),
    (Act.DRAFT_REMEDY, 4, 16),
    (Act.DECIDE_REEXAMINATION, 1, 8),
    (Act.SERVE, 0, 2),
    (Act.RECORD_RECEIPT, 1, 6),
)
_REVIEWED: History = (
    (Act.REQUEST_REVIEW, 4, 24),
    (Act.DRAFT_REMEDY, 4, 16),
    (Act.DECIDE_REVIEW, 1, 8),
    (Act.SERVE, 0, 2),
    (Act.RECORD_RECEIPT, 1, 5),
)
_ANSWERED: History = (*_SIGNED, *_RECEIVED)

HANDLED: History = (*_ARRIVED, *_HEARD, *_ANSWERED, *_LAPSED, *_KEPT)
COMMISSIONED: History = (*_ARRIVED, *_HEARD, *_ANSWERED, *_REPORTED, *_LAPSED, *_KEPT)
CONSULTED: History = (*_ARRIVED, *_CONSULTED, *_HEARD, *_ANSWERED, *_LAPSED, *_KEPT)
VILLAGE: History = (*_ARRIVED, *_VILLAGE, *_HEARD, *_ANSWERED, *_LAPSED, *_KEPT)
SENT_BACK: History = (
    *_ARRIVED,
    *_HEARD,
    (Act.ANSWER, 1, 9),
    (Act.SUBMIT, 0, 2),
    (Act.SEND_BACK, 0, 3),
    *_ANSWERED[1:],
    *_LAPSED,
    *_KEPT,
)
EXTENDED: History = (
    *_ARRIVED,
    *_HEARD,
    (Act.ASK_EXTENSION, 4, 12),
    (Act.EXTEND, 0, 3),
    (Act.NOTIFY, 0, 2),
    (Act.ANSWER, 25, 45),
    *_ANSWERED[1:],
    *_LAPSED,
    *_KEPT,
)
RECUSED: History = (
    *_ARRIVED,
    (Act.REQUEST_RECUSAL, 0, 3),
    (Act.DECIDE_RECUSAL, 1, 3),
    (Act.TAKE, 0, 2),
    *_HEARD,
    *_ANSWERED,
    *_LAPSED,
    *_KEPT,
)
REEXAMINED: History = (*_ARRIVED, *_HEARD, *_ANSWERED, *_REEXAMINED, *_LAPSED, *_KEPT)
REVIEWED: History = (*_ARRIVED, *_HEARD, *_ANSWERED, *_REEXAMINED, *_REVIEWED, *_CHECKED, (Act.CLOSE, 2, 20), *_KEPT)
SETTLED: History = (*_ARRIVED, *_HEARD, (Act.SETTLE, 3, 20), (Act.NOTIFY, 0, 2), *_CHECKED, (Act.CLOSE, 3, 20), *_KEPT)
WITHDRAWN: History = (*_ARRIVED, (Act.ASK_WITHDRAWAL, 3, 15), (Act.WITHDRAW, 1, 4), (Act.ARCHIVE, 24, 60))
OBJECTED: History = ((Act.OPEN, 0, 1), (Act.OBJECT, 0, 3), (Act.AGREE_OBJECTION, 1, 3))
NOT_ACCEPTED: History = (
    (Act.OPEN, 0, 1),
    (Act.NOT_ACCEPT, 1, 8),
    (Act.APPROVE_EXIT, 0, 2),
    (Act.NOTIFY, 0, 3),
    (Act.CLOSE, 1, 12),
    *_KEPT,
)
DIVERTED: History = (*_ARRIVED, (Act.DIVERT, 2, 12), (Act.NOTIFY, 0, 3), (Act.CLOSE, 1, 12), *_KEPT)
# What a unit received itself: nothing is opened in an in-tray.
DIRECT: History = HANDLED[1:]
DIRECT_VILLAGE: History = VILLAGE[1:]
DIRECT_EXTENDED: History = EXTENDED[1:]
ON_THE_SPOT: History = (
    (Act.ACCEPT, 0, 0),
    (Act.NOTIFY, 0, 0),
    (Act.TAKE, 0, 0),
    (Act.RECORD_INQUIRY, 0, 1),
    (Act.SETTLE, 0, 1),
    (Act.NOTIFY, 0, 0),
    (Act.CHECK_DUTIES, 0, 0),
    (Act.CLOSE, 0, 3),
    (Act.ARCHIVE, 1, 20),
)
TRANSFERRED: History = ((Act.NOTIFY, 0, 2), (Act.RECORD_TRANSFER_RECEIPT, 2, 15), (Act.CLOSE, 0, 5), *_KEPT)
# Of an accusation nobody is written to: its notice follows other rules.
PASSED_ON: History = TRANSFERRED[1:]
FILED: History = ((Act.APPROVE_EXIT, 0, 1), *_KEPT)
GUIDED: History = ((Act.NOTIFY, 0, 2), (Act.CLOSE, 1, 12), *_KEPT)
# The discipline organ reports back; there is no window and no notice of ours.
ACCUSED: History = (
    (Act.OPEN, 0, 1),
    (Act.ACCEPT, 1, 9),
    (Act.NOTIFY, 0, 3),
    (Act.TAKE, 0, 3),
    (Act.RECORD_INQUIRY, 3, 20),
    *_SIGNED,
    (Act.RECORD_RECEIPT, 1, 6),
    *_CHECKED,
    (Act.CLOSE, 2, 20),
    *_KEPT,
)
# Only what is an appeal has sixty days to extend, and remedies.
ON_PATH_SIX = (EXTENDED, REEXAMINED, REVIEWED)
# How often each comes, of what an office sends on and of what a unit received itself.
SENT_ON: tuple[tuple[int, Act, History], ...] = (
    (38, Act.REFER, HANDLED),
    (14, Act.COMMISSION, COMMISSIONED),
    (10, Act.REFER, VILLAGE),
    (6, Act.REFER, CONSULTED),
    (5, Act.REFER, SENT_BACK),
    (4, Act.REFER, EXTENDED),
    (2, Act.REFER, RECUSED),
    (4, Act.REFER, REEXAMINED),
    (2, Act.REFER, REVIEWED),
    (6, Act.REFER, SETTLED),
    (2, Act.REFER, WITHDRAWN),
    (3, Act.REFER, NOT_ACCEPTED),
    (4, Act.REFER, DIVERTED),
)
RECEIVED: tuple[tuple[int, Act, History], ...] = (
    (40, Act.KEEP, DIRECT),
    (20, Act.KEEP, DIRECT_VILLAGE),
    (4, Act.KEEP, DIRECT_EXTENDED),
    (60, Act.KEEP, ON_THE_SPOT),
)
AT_THE_DESK: tuple[tuple[int, Act, History], ...] = ((50, Act.TRANSFER_OUT, TRANSFERRED), (50, Act.GUIDE, GUIDED))
