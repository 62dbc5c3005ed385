"""The records of the case (design: the case and its records)."""

from cases.models.access import DatedAccess
from cases.models.agreement import Mediation, Settlement, Withdrawal
from cases.models.case import Case, Involvement, Matter
from cases.models.clock import Clock
from cases.models.commission import FeedbackChange, InterimReport, SuperiorChange, SuperiorCommission
from cases.models.demand import Demand, Respondent
from cases.models.dissuasion import Dissuasion
from cases.models.document import Attachment, Document, Scan, Service, UndoneService
from cases.models.draft import Draft
from cases.models.duties import DutiesCheck, Execution, Relief, RiskAssessment
from cases.models.ending import AfterCare, Archiving, Correction, Finalization
from cases.models.escalation import Escalation, Redirect
from cases.models.event import Event, EventText
from cases.models.follow_up import FollowUp, Notice
from cases.models.handling import Extension, Hearing, MaterialRequest, Publication
from cases.models.imports import ImportRun
from cases.models.jurisdiction import LevelDecision, Objection, SideExit, UrgentReport
from cases.models.leg import Assessment, HandOff, Inquiry, Leg
from cases.models.legal_basis import LegalBasis
from cases.models.letter_template import LetterTemplate
from cases.models.officials import OfficialsReport
from cases.models.party import Party, PersonLookUp
from cases.models.promise import Promise, PromiseChange, PromiseDraw
from cases.models.proposal import Proposal, ProposalState
from cases.models.rating import Rating
from cases.models.reach_row import ReachRow
from cases.models.reclassifying import Reclassification
from cases.models.recusal import Recusal
from cases.models.remedy import PastAnswer, Remedy
from cases.models.suggestion import Award, Collection
from cases.models.term_count import TermCount, TermsCounted

__all__ = [
    "AfterCare",
    "Archiving",
    "Assessment",
    "Attachment",
    "Award",
    "Case",
    "Clock",
    "Collection",
    "Correction",
    "DatedAccess",
    "Demand",
    "Dissuasion",
    "Document",
    "Draft",
    "DutiesCheck",
    "Escalation",
    "Event",
    "EventText",
    "Execution",
    "Extension",
    "FeedbackChange",
    "Finalization",
    "FollowUp",
    "HandOff",
    "Hearing",
    "ImportRun",
    "Inquiry",
    "InterimReport",
    "Involvement",
    "Leg",
    "LegalBasis",
    "LetterTemplate",
    "LevelDecision",
    "MaterialRequest",
    "Matter",
    "Mediation",
    "Notice",
    "Objection",
    "OfficialsReport",
    "Party",
    "PastAnswer",
    "PersonLookUp",
    "Promise",
    "PromiseChange",
    "PromiseDraw",
    "Proposal",
    "ProposalState",
    "Publication",
    "Rating",
    "ReachRow",
    "Reclassification",
    "Recusal",
    "Redirect",
    "Relief",
    "Remedy",
    "Respondent",
    "RiskAssessment",
    "Scan",
    "Service",
    "Settlement",
    "SideExit",
    "SuperiorChange",
    "SuperiorCommission",
    "TermCount",
    "TermsCounted",
    "UndoneService",
    "UrgentReport",
    "Withdrawal",
]
