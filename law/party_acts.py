"""PARTY_ACTS: what the Regulation lets a petitioner do himself, which staff otherwise write down for him.

Whatever stands here is his affair alone: he asks, brings, withdraws, thinks better of it. What needs an official's
judgement (accepting, answering, deciding, serving, also the agreement that a unit makes with him) does not stand here.
"""

from law.vocabulary import Act

PARTY_ACTS: tuple[Act, ...] = (
    Act.ADD_FILE,  # Art. 18: his material goes with his petition
    Act.RECORD_MATERIAL,  # Art. 23: what he was asked to bring
    Act.REQUEST_RECUSAL,  # Art. 28
    Act.ASK_WITHDRAWAL,  # Art. 17: confirmed with him by somebody outside the unit all the same
    Act.REVOKE_WITHDRAWAL,
    Act.REQUEST_REEXAMINATION,  # Art. 35
    Act.REQUEST_REVIEW,  # Art. 36
    Act.RATE,  # Art. 21: his own word on the office and on the unit
    Act.KEEP_PROMISE,  # Art. 27: that what he was promised was done
)
