"""Addresses of the summary room."""

from django.urls import path

from zhijia.areas.summary import views

app_name = "summary"
urlpatterns = [
    path("", views.papers, name="papers"),
    path("above/", views.handed_up, name="above"),
    path("new/", views.begin, name="begin"),
    path("<int:pk>/", views.paper, name="paper"),
    path("<int:pk>/redraw/", views.redraw, name="redraw"),
    path("<int:pk>/title/", views.rename, name="rename"),
    path("<int:pk>/add/", views.add, name="add_first"),
    path("<int:pk>/removed/", views.removed, name="removed"),
    path("<int:pk>/sign/", views.sign, name="sign"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("<int:pk>/word/", views.word, name="word"),
    path("<int:pk>/text/", views.plain_text, name="text"),
    path("<int:pk>/preview/", views.preview, name="preview"),
    path("<int:pk>/drift/", views.drift, name="drift"),
    path("<int:pk>/sources/", views.sources, name="sources"),
    path("block/<int:pk>/", views.edit, name="edit"),
    path("block/<int:pk>/add/", views.add_after, name="add"),
    path("block/<int:pk>/remove/", views.remove, name="remove"),
    path("block/<int:pk>/restore/", views.restore, name="restore"),
    path("block/<int:pk>/reason/", views.reason, name="reason"),
    path("figures/", views.figures_home, name="figures_home"),
    path("figures/<str:code>/<int:year>/", views.figures, name="figures"),
    path("statistics/", views.statistics_home, name="statistics_home"),
    path("statistics/<str:code>/<int:year>/", views.statistics, name="statistics"),
    path("trace/<str:code>/<str:period>/<str:key>/", views.trace, name="trace"),
]
