"""What every door for programs answers where it refuses."""

from typing import Any

from rest_framework import serializers


class ProblemShape(serializers.Serializer[Any]):
    """A refusal: stable code, Chinese sentence, article; `fields` where an input is at fault."""

    code = serializers.CharField()
    message = serializers.CharField()
    article = serializers.CharField(allow_blank=True)
