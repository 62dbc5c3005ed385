"""The records of the case (design: the case and its records)."""

from cases.models.case import Case, Involvement, Matter
from cases.models.clock import Clock
from cases.models.demand import Demand, Respondent
from cases.models.document import Attachment, Document, DocumentCounter, Service
from cases.models.draft import Draft
from cases.models.event import Event, EventText
from cases.models.follow_up import FollowUp, Notice
from cases.models.imports import ImportRun
from cases.models.jurisdiction import LevelDecision, Objection, SideExit, UrgentReport
from cases.models.leg import Assessment, HandOff, Inquiry, Leg
from cases.models.party import Party, PersonLookUp

__all__ = [
    "Assessment",
    "Attachment",
    "Case",
    "Clock",
    "Demand",
    "Document",
    "DocumentCounter",
    "Draft",
    "Event",
    "EventText",
    "FollowUp",
    "HandOff",
    "ImportRun",
    "Inquiry",
    "Involvement",
    "Leg",
    "LevelDecision",
    "Matter",
    "Notice",
    "Objection",
    "Party",
    "PersonLookUp",
    "Respondent",
    "Service",
    "SideExit",
    "UrgentReport",
]
