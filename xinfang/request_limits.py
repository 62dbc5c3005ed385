"""Settings of what a request may bring: the words and files of one act, and where files are kept meanwhile."""

from kit.upload_limits import MOST_BYTES_AT_ONCE, MOST_BYTES_OF_WORDS

UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "xinfang.uploads.ShortNamedFiles"]

__all__ = ["MOST_BYTES_AT_ONCE", "MOST_BYTES_OF_WORDS", "UPLOAD_HANDLERS"]
