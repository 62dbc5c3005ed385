"""What programs read of the people of a case once they are unmasked."""

from typing import Any

from rest_framework import serializers


class UnmaskedPartyShape(serializers.Serializer[Any]):
    """A person of the case in full."""

    role = serializers.CharField()
    name = serializers.CharField(allow_blank=True)
    phone = serializers.CharField(allow_blank=True)
    id_type = serializers.CharField(allow_blank=True)
    id_number = serializers.CharField(allow_blank=True)
    address = serializers.CharField(allow_blank=True)


class UnmaskedShape(serializers.Serializer[Any]):
    """What unmasking answers."""

    parties = UnmaskedPartyShape(many=True)
