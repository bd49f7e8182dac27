"""with_postgres.py: a server of its own for one command, gone afterwards however the command ends."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
import with_postgres

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "with_postgres.py"
WAIT_SECONDS = 60


def run(tmp_path: Path, program: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program under the script, with temporary files below `tmp_path` alone."""
    return subprocess.run(
        [sys.executable, str(SCRIPT), "--", sys.executable, "-c", program],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=WAIT_SECONDS * 2,
    )


def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "TMPDIR": str(tmp_path)}


def accepts(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=5):
            return True
    except psycopg.OperationalError:
        return False


@pytest.fixture(autouse=True)
def reachable_tmp_path(tmp_path: Path) -> None:
    """The server's ordinary user passes through directories that pytest makes for its own user only."""
    for directory in (tmp_path, *tmp_path.parents):
        if not directory.stat().st_mode & stat.S_IXOTH:
            directory.chmod(0o755)


class TestRunningServer:
    def test_gives_a_database_to_a_role_that_is_no_superuser_and_is_gone_afterwards(self) -> None:
        with with_postgres.running_server() as server:
            directory, url = server.directory, server.url
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute("CREATE DATABASE another")
                assert connection.execute("SELECT lower('ĐƯỜNG')").fetchone() == ("đường",)
                row = connection.execute(
                    "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
                ).fetchone()
                assert row == (False,)
            assert urlsplit(url).hostname == "127.0.0.1"
            assert directory.exists()
        assert not accepts(url)
        assert not directory.exists()

    def test_refuses_a_wrong_password(self) -> None:
        with with_postgres.running_server() as server:
            assert not accepts(server.url.replace("edusite:", "edusite:wrong", 1))

    def test_is_gone_after_an_exception(self) -> None:
        seen = []

        def fail() -> None:
            with with_postgres.running_server() as server:
                seen.append(server)
                raise RuntimeError("in the middle")

        with pytest.raises(RuntimeError, match="in the middle"):
            fail()
        (server,) = seen
        assert not server.directory.exists()
        assert not accepts(server.url)

    def test_says_which_command_installs_a_missing_server(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Path, "glob", lambda *_arguments: iter(()))
        monkeypatch.setenv("PATH", "")
        with pytest.raises(with_postgres.PostgresError, match="apt-get install -y postgresql"):
            with_postgres.find_binaries()


class TestCommandLine:
    def test_hands_the_url_to_the_command_and_its_exit_code_back(self, tmp_path: Path) -> None:
        result = run(tmp_path, "import os, sys; print(os.environ['DATABASE_URL']); sys.exit(7)")
        assert result.returncode == 7, result.stderr
        assert result.stdout.startswith("postgres://edusite:")
        assert not accepts(result.stdout.strip())
        assert list(tmp_path.iterdir()) == []

    def test_names_a_command_that_does_not_exist(self, tmp_path: Path) -> None:
        command = [sys.executable, str(SCRIPT), "no-such-command"]
        result = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True)
        assert (result.returncode, result.stderr) == (127, "edusite: no-such-command: no such command\n")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    def test_a_signal_ends_command_and_server(self, tmp_path: Path, number: signal.Signals) -> None:
        program = "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(600)"
        process = subprocess.Popen(
            [sys.executable, str(SCRIPT), "--", sys.executable, "-c", program],
            env=environment(tmp_path),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert accepts(url)
        process.send_signal(number)
        assert process.wait(WAIT_SECONDS) == 128 + number
        process.stdout.close()
        assert not accepts(url)
        assert list(tmp_path.iterdir()) == []

    def test_the_server_does_not_outlive_a_script_that_is_killed(self, tmp_path: Path) -> None:
        program = "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(5)"
        process = subprocess.Popen(
            [sys.executable, str(SCRIPT), "--", sys.executable, "-c", program],
            env=environment(tmp_path),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert accepts(url)
        process.kill()
        process.wait(WAIT_SECONDS)
        process.stdout.close()
        limit = time.monotonic() + WAIT_SECONDS
        while accepts(url) and time.monotonic() < limit:
            time.sleep(0.2)
        assert not accepts(url)
