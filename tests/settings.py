"""The house's settings in a home of the tests' own, so that no test ever touches somebody's records."""

import atexit
import os
import shutil
import tempfile

os.environ["ZHIJIA_HOME"] = tempfile.mkdtemp(prefix="zhijia-test-")
atexit.register(shutil.rmtree, os.environ["ZHIJIA_HOME"], ignore_errors=True)

from zhijia.site.settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
