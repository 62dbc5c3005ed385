"""Reads STORAGE_URL: where scans, attachments and letters are kept."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def storage_from_url(url: str) -> dict[str, Any]:
    """Return the Django STORAGES entry of `file:///folder` or `s3://bucket/prefix?endpoint=…&region=…`.

    Credentials of an S3 store come from its own environment variables, never from the address.
    Raises ValueError on any other scheme.
    """
    parts = urlsplit(url)
    if parts.scheme == "file":
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {
                "location": Path(unquote(parts.path)),
                "file_permissions_mode": 0o600,
                "directory_permissions_mode": 0o700,
            },
        }
    if parts.scheme == "s3":
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        return {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": parts.netloc,
                "location": unquote(parts.path).strip("/"),
                "endpoint_url": query.get("endpoint"),
                "region_name": query.get("region"),
                "default_acl": None,
                "file_overwrite": False,
            },
        }
    raise ValueError("STORAGE_URL must begin with file:/// or s3://")
