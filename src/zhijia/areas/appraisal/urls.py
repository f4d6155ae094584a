"""Addresses of the appraisal room."""

app_name = "appraisal"
urlpatterns: list = []
