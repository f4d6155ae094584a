"""Addresses of the openness room."""

app_name = "openness"
urlpatterns: list = []
