"""The records of the case (design: the case and its records)."""

from cases.models.case import Case, Involvement, Matter
from cases.models.clock import Clock
from cases.models.demand import Demand, Respondent
from cases.models.document import Attachment, Document, DocumentCounter, Service
from cases.models.draft import Draft
from cases.models.ending import AfterCare, Archiving, Correction, Finalization
from cases.models.event import Event, EventText
from cases.models.follow_up import FollowUp, Notice
from cases.models.imports import ImportRun
from cases.models.leg import Assessment, HandOff, Inquiry, Leg
from cases.models.party import Party, PersonLookUp
from cases.models.remedy import PastAnswer, Remedy

__all__ = [
    "AfterCare",
    "Archiving",
    "Assessment",
    "Attachment",
    "Case",
    "Clock",
    "Correction",
    "Demand",
    "Document",
    "DocumentCounter",
    "Draft",
    "Event",
    "EventText",
    "Finalization",
    "FollowUp",
    "HandOff",
    "ImportRun",
    "Inquiry",
    "Involvement",
    "Leg",
    "Matter",
    "Notice",
    "Party",
    "PastAnswer",
    "PersonLookUp",
    "Remedy",
    "Respondent",
    "Service",
]
