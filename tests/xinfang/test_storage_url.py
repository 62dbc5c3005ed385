"""STORAGE_URL: where files are kept."""

from pathlib import Path

import pytest

from xinfang.storage_url import storage_from_url


def test_a_folder_with_a_space_and_chinese_is_understood():
    entry = storage_from_url(Path("/srv/信访 附件").as_uri())
    assert entry["OPTIONS"]["location"] == Path("/srv/信访 附件")
    assert entry["BACKEND"].endswith("FileSystemStorage")


def test_a_bucket_with_prefix_and_endpoint_is_understood():
    options = storage_from_url("s3://letters/district/a?endpoint=http%3A%2F%2F127.0.0.1%3A9000&region=local")["OPTIONS"]
    assert options["bucket_name"] == "letters"
    assert options["location"] == "district/a"
    assert options["endpoint_url"] == "http://127.0.0.1:9000"
    assert options["file_overwrite"] is False


@pytest.mark.parametrize("url", ["ftp://host/x", "/srv/files", ""])
def test_anything_else_is_refused(url):
    with pytest.raises(ValueError, match="STORAGE_URL"):
        storage_from_url(url)
