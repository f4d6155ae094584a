"""What the furniture itself has to remember."""

from django.db import models


class Sent(models.Model):
    """A form that has been carried out (已提交): the same form sent twice is carried out once."""

    token = models.CharField(max_length=32, primary_key=True)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    then = models.CharField(max_length=500, default="")

    class Meta:
        verbose_name = verbose_name_plural = "已提交表单"

    def __str__(self):
        return self.token
