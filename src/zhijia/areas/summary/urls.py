"""Addresses of the summary room."""

app_name = "summary"
urlpatterns = []
