"""Keeping everything safe: make a backup, put one back, look whether all is well.

A backup is one file, a zip anyone can open, with the database, the stored files and a manifest. Protected
columns and files lie in it as ciphertext; the key does not lie in it and is kept elsewhere.
"""

from zhijia.core.database.backup.checking import Finding, check
from zhijia.core.database.backup.making import backup
from zhijia.core.database.backup.restoring import restore

__all__ = ["Finding", "backup", "check", "restore"]
