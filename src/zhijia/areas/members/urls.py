"""Addresses of the members room."""

app_name = "members"
urlpatterns = []
