"""What is known of a stored file; the file itself lies encrypted under the home's files folder."""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models

from zhijia.core.home import home
from zhijia.core.private.fields import EncryptedText


class StoredFile(models.Model):
    """A file someone handed in (附件). Its name is encrypted: names of files are often names of people."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    union = models.ForeignKey("org.Union", models.PROTECT, related_name="+", verbose_name="工会")
    name = EncryptedText("文件名", max_length=150)
    mime = models.CharField("类型", max_length=100)
    size = models.PositiveBigIntegerField("大小")
    digest = models.CharField(max_length=64, db_index=True)
    added_at = models.DateTimeField("上传时间", auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="上传人",
    )

    class Meta:
        ordering = ("-id",)
        verbose_name = verbose_name_plural = "附件"

    def __str__(self):
        return self.name

    @property
    def path(self) -> Path:
        """Where the encrypted content lies: files/ab/ab12…"""
        return home().files / self.uid.hex[:2] / self.uid.hex

    @property
    def place(self) -> bytes:
        """What the content is sealed to, so that two files cannot change places."""
        return f"file|{self.uid.hex}".encode()
