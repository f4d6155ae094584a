"""Turns what people type about care into values."""

from zhijia.areas.care.forms.hardship import (
    ApplyForm,
    FactsForm,
    FamilyForm,
    JudgeForm,
    LeaveForm,
    OpenForm,
    PostForm,
    ReviewForm,
    StopForm,
    SurveyForm,
)
from zhijia.areas.care.forms.helping import PairForm, ReleaseForm, SettleForm, StepForm, UnpairForm, WatchForm
from zhijia.areas.care.forms.visits import (
    AttachForm,
    CorrectForm,
    LinkForm,
    SignForm,
    UploadForm,
    VisitForm,
    VoidForm,
)

__all__ = [
    "ApplyForm", "AttachForm", "CorrectForm", "FactsForm", "FamilyForm", "JudgeForm", "LeaveForm", "LinkForm", "OpenForm",
    "PairForm", "PostForm", "ReleaseForm", "ReviewForm", "SettleForm", "SignForm", "StepForm", "StopForm", "SurveyForm",
    "UnpairForm", "UploadForm", "VisitForm", "VoidForm", "WatchForm",
]
