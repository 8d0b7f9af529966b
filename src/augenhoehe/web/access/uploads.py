"""Uploads stop at the limit instead of filling the disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class LimitedUploadHandler(FileUploadHandler):
    """Counts what comes in and refuses what exceeds `UPLOAD_LIMIT`; hands everything on."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Refuse by the announced length before reading anything."""
        if content_length > settings.UPLOAD_LIMIT:
            raise RequestDataTooBig("the upload exceeds the limit")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand a chunk on. Raises RequestDataTooBig past the limit."""
        if start + len(raw_data) > settings.UPLOAD_LIMIT:
            raise RequestDataTooBig("the upload exceeds the limit")
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Keep nothing: the next handler does."""
