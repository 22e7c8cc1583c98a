"""Nothing is installed of which a weakness is known, where that can be asked."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest


@pytest.mark.skipif(find_spec("pip_audit") is None, reason="the extra 'audit' is not installed")
def test_no_known_weaknesses() -> None:
    """``pip-audit`` finds none in what Readout depends on; without a network nobody can tell."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    try:
        done = subprocess.run(  # noqa: S603  # pip-audit itself
            command, capture_output=True, text=True, check=False, timeout=60
        )
        found = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        pytest.skip("the list of known weaknesses cannot be reached from here")
    weak = {one["name"]: one["vulns"] for one in found["dependencies"] if one.get("vulns")}
    assert not weak
