"""The desk between the doors and the rooms."""

from reader.study.desk import Study, utc_now
from reader.study.shelf import ReadingPlace, ShelfRow

__all__ = ["ReadingPlace", "ShelfRow", "Study", "utc_now"]
