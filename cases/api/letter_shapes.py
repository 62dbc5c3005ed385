"""The shape of letters and how they were served, in the answers of the API."""

from rest_framework import serializers

from cases.api.rows import word
from cases.models import Attachment, Document, Scan, Service
from law.vocabulary import Letter, ServiceMethod


class ServiceShape(serializers.ModelSerializer[Service]):
    """One service of a document."""

    method = word(ServiceMethod)

    class Meta:
        model = Service
        fields = ("method", "sent_on", "received_on", "returned_on", "returned_reason")


class ScanShape(serializers.ModelSerializer[Scan]):
    """One sealed scan of a letter; read it below the letter as scans/<id>/."""

    class Meta:
        model = Scan
        fields = ("id", "name", "content_type", "size", "sm3", "on")


class DocumentShape(serializers.ModelSerializer[Document]):
    """One letter with its number; its words are read on its page."""

    kind = word(Letter)
    unit = serializers.CharField(source="unit.name", help_text="发文单位")
    services = ServiceShape(many=True)
    scans = ScanShape(many=True, help_text="盖章扫描件")

    class Meta:
        model = Document
        fields = ("id", "leg", "kind", "unit", "number", "issued_on", "services", "scans")


class AttachmentShape(serializers.ModelSerializer[Attachment]):
    """One file of a case; read it as attachments/<id>/."""

    class Meta:
        model = Attachment
        fields = ("id", "leg", "title", "name", "content_type", "size", "sm3", "added_at")
