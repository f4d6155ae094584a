"""Addresses of the publicity room."""

from django.urls import path

from zhijia.areas.publicity import views

app_name = "publicity"
urlpatterns = [
    path("", views.boards, name="boards"),
    path("new/", views.issue, name="issue"),
    path("<int:pk>/", views.board, name="board"),
    path("articles/", views.articles, name="articles"),
    path("articles/new/", views.publish, name="publish"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("subscriptions/", views.subscriptions, name="subscriptions"),
    path("subscriptions/new/", views.subscribe, name="subscribe"),
    path("subscriptions/<int:pk>/", views.subscription, name="subscription"),
]
