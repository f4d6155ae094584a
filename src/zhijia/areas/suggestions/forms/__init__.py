"""Turns what people write about suggestions into values."""

from zhijia.areas.suggestions.forms.handling import (
    AcceptForm,
    AdoptForm,
    DayForm,
    FileForm,
    FinishForm,
    GradeForm,
    OpinionForm,
    PostForm,
    PurposeForm,
    ReckonForm,
    RefuseForm,
    ReportForm,
    RewardForm,
    SendBackForm,
    UpgradeForm,
    WhyForm,
)
from zhijia.areas.suggestions.forms.raising import (
    AuthorsForm,
    CorrectForm,
    OwnForm,
    PasteForm,
    SlipForm,
    UploadForm,
    who,
)

__all__ = [
    "AcceptForm", "AdoptForm", "AuthorsForm", "CorrectForm", "DayForm", "FileForm", "FinishForm", "GradeForm", "OpinionForm",
    "OwnForm", "PasteForm", "PostForm", "PurposeForm", "ReckonForm", "RefuseForm", "ReportForm", "RewardForm", "SendBackForm",
    "SlipForm", "UpgradeForm", "UploadForm", "WhyForm", "who",
]
