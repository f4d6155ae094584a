"""Addresses of the finance room."""

app_name = "finance"
urlpatterns = []
