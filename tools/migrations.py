"""Every model has its migration: fails when `makemigrations` would write anything."""

import os
import sys
import tempfile

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(ZHIJIA_HOME=folder, DJANGO_SETTINGS_MODULE="zhijia.site.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("check")
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    sys.exit(0)
