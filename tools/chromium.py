"""Have a Chromium for the browser tests: Debian's, installed where we may, otherwise said loudly."""

import os
import shutil
import subprocess
import sys


def main() -> int:
    """0 when there is a Chromium (or nobody insists on one)."""
    if shutil.which("chromium") or _install():
        return 0
    print("!!! 没有 chromium，浏览器测试将被跳过。请执行：apt-get install chromium", file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


def _install() -> bool:
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    print("正在安装 chromium（只有测试用到）……", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.call(["apt-get", "update", "-qq"], **quiet)
    subprocess.call(["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk"], **quiet)
    return shutil.which("chromium") is not None


if __name__ == "__main__":
    sys.exit(main())
