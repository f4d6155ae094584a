"""Make `.venv` from nothing but Python 3.11: every package pinned by hash, the program itself installed beside them."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "lock.sha256"


def main() -> int:
    """Install what the lock says, once; say in Chinese what is missing."""
    if sys.version_info < (3, 11):
        return _stop(f"需要 Python 3.11 或更新的版本，现在是 {sys.version.split()[0]}。")
    wanted = hashlib.sha256((ROOT / "requirements.lock").read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return 0
    print("正在准备运行环境，约一分钟，只有第一次需要……", flush=True)
    if not _environment():
        return _stop("不能建立虚拟环境。Debian 请先执行：apt-get install python3-venv")
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    for step in (
        [*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")],
        [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    ):
        if subprocess.call(step):
            return _stop("安装依赖没有成功，请检查能否访问 Python 软件源，再执行一次。")
    STAMP.write_text(wanted)
    return 0


def _environment() -> bool:
    if PYTHON.exists() and _runs(PYTHON, "-m", "pip", "--version"):
        return True
    shutil.rmtree(VENV, ignore_errors=True)
    if _runs(sys.executable, "-m", "venv", VENV):
        return True
    if os.name == "posix" and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("正在安装 python3-venv ……", flush=True)
        _runs("apt-get", "update", "-qq")
        _runs("apt-get", "install", "-y", "-qq", "python3-venv")
        shutil.rmtree(VENV, ignore_errors=True)
        return _runs(sys.executable, "-m", "venv", VENV)
    return False


def _runs(*command) -> bool:
    return subprocess.call([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def _stop(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
