"""Addresses of the finance room."""

from django.urls import path

from zhijia.areas.finance import views

app_name = "finance"
urlpatterns = [
    path("drives/", views.drives, name="drives"),
    path("drives/new/", views.open_drive, name="open_drive"),
    path("drives/<int:pk>/", views.drive, name="drive"),
    path("drives/<int:pk>/close/", views.close_drive, name="close_drive"),
    path("drives/<int:pk>/donate/", views.donate, name="donate"),
    path("drives/<int:pk>/use/", views.use, name="use"),
    path("drives/<int:pk>/publish/", views.publish, name="publish"),
    path("dues/", views.dues, name="dues"),
    path("dues/arrears/", views.arrears, name="arrears"),
    path("dues/charge/", views.charge, name="charge"),
    path("dues/charge-month/", views.charge_month, name="charge_month"),
    path("dues/pay-all/", views.pay_all, name="pay_all"),
    path("dues/<int:pk>/pay/", views.pay, name="pay"),
]
