"""Every test lives in a home of its own, so that no test ever touches somebody's records."""

import os
import tempfile

os.environ["ZHIJIA_HOME"] = tempfile.mkdtemp(prefix="zhijia-test-")
pytest_plugins = ["tests.people"]
