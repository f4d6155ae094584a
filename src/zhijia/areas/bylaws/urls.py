"""Addresses of the by-laws room."""

from django.urls import path

from zhijia.areas.bylaws import views

app_name = "bylaws"
urlpatterns = [
    path("", views.documents, name="documents"),
    path("new/", views.adopt, name="adopt"),
    path("postings/", views.postings, name="postings"),
    path("postings/<int:pk>/down/", views.take_down, name="take_down"),
    path("versions/<int:pk>/", views.version, name="version"),
    path("<int:pk>/", views.document, name="document"),
    path("<int:pk>/revise/", views.revise, name="revise"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/hang/", views.hang, name="hang"),
    path("<int:pk>/sheet/", views.sheet, name="sheet"),
    path("<int:pk>/word/", views.word, name="word"),
]
