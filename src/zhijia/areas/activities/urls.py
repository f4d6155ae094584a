"""Addresses of the activities room."""

from django.urls import path

from zhijia.areas.activities import views

app_name = "activities"
urlpatterns = [
    path("", views.activities, name="activities"),
    path("new/", views.plan, name="plan"),
    path("record/", views.record, name="record"),
    path("<int:pk>/", views.activity, name="activity"),
    path("<int:pk>/edit/", views.correct, name="correct"),
    path("<int:pk>/sign-up/", views.sign_up, name="sign_up"),
    path("<int:pk>/hold/", views.hold, name="hold"),
    path("<int:pk>/cancel/", views.cancel, name="cancel"),
    path("entries/<int:pk>/award/", views.award, name="award"),
    path("entries/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("clubs/", views.clubs, name="clubs"),
    path("clubs/new/", views.found_club, name="found_club"),
    path("sessions/", views.sessions, name="sessions"),
    path("sessions/new/", views.record_session, name="record_session"),
    path("equipment/", views.equipment, name="equipment"),
    path("equipment/new/", views.buy, name="buy"),
    path("equipment/<int:pk>/", views.equipment_one, name="equipment_one"),
    path("equipment/<int:pk>/lend/", views.lend, name="lend"),
    path("loans/<int:pk>/return/", views.give_back, name="give_back"),
]
