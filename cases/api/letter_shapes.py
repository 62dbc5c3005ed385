"""The shape of letters and how they were served, in the answers of the API."""

from rest_framework import serializers

from cases.api.lines import word
from cases.models import Document, Service
from law.vocabulary import Letter, ServiceMethod


class ServiceShape(serializers.ModelSerializer[Service]):
    """One service of a document."""

    method = word(ServiceMethod)

    class Meta:
        model = Service
        fields = ("method", "sent_on", "received_on", "returned_on", "returned_reason")


class DocumentShape(serializers.ModelSerializer[Document]):
    """One letter with its number; its words are read on its page."""

    kind = word(Letter)
    unit = serializers.CharField(source="unit.name", help_text="发文单位")
    services = ServiceShape(many=True)

    class Meta:
        model = Document
        fields = ("id", "leg", "kind", "unit", "number", "issued_on", "services")
