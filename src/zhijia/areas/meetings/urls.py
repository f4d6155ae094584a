"""Addresses of the meetings room."""

from django.urls import path

from zhijia.areas.meetings import views

app_name = "meetings"
urlpatterns = [
    path("", views.meetings, name="meetings"),
    path("new/", views.give_notice, name="give_notice"),
    path("record/", views.record, name="record"),
    path("<int:pk>/", views.meeting, name="meeting"),
    path("<int:pk>/hold/", views.hold, name="hold"),
    path("<int:pk>/sign-in/", views.sign_in, name="sign_in"),
    path("<int:pk>/minutes/", views.minute, name="minute"),
    path("<int:pk>/resolve/", views.resolve, name="resolve"),
    path("resolutions/", views.resolutions, name="resolutions"),
    path("resolutions/<int:pk>/", views.resolution, name="resolution"),
]
