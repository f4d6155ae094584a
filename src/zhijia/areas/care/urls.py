"""Addresses of the care room."""

app_name = "care"
urlpatterns = []
