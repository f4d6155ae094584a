"""Addresses of the suggestions room."""

app_name = "suggestions"
urlpatterns: list = []
