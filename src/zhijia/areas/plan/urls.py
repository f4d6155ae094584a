"""Addresses of the plan room."""

from django.urls import path

from zhijia.areas.plan import views

app_name = "plan"
urlpatterns = [
    path("", views.plans, name="plans"),
    path("new/", views.begin, name="begin"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/add/", views.add, name="add"),
    path("<int:pk>/adopt/", views.adopt, name="adopt"),
    path("<int:pk>/word/", views.word, name="word"),
    path("item/<int:pk>/", views.item, name="item"),
    path("item/<int:pk>/change/", views.change, name="change"),
    path("item/<int:pk>/finish/", views.finish, name="finish"),
    path("item/<int:pk>/drop/", views.drop, name="drop"),
    path("item/<int:pk>/resume/", views.resume, name="resume"),
]
