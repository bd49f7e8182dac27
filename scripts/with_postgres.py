#!/usr/bin/env python3
"""Run a command with a PostgreSQL server of its own: with_postgres.py [--] COMMAND [ARGUMENT…]

The server lives in a temporary directory, listens on a free loopback port with a password made for the
occasion, and is stopped and removed when the command ends, however it ends. The command finds it in
DATABASE_URL, as a role that owns its database and may create others (the tests do) but is no superuser, as in
production. A server refuses to run as root: root hands it to the user postgres, or nobody. Writing to disk is
not waited for: the data is not meant to last.

Standard library only. Exit code: that of the command; 70 where the server could not be started.
"""

import contextlib
import ctypes
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

OLDEST_VERSION = 15
START_ATTEMPTS = 5
START_SECONDS = 60
GRACE_SECONDS = 20
NOT_STARTED = 70
DATABASE = "edusite"
SERVER_OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "on",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "max_wal_size": "2GB",
    "timezone": "UTC",
}


class PostgresError(Exception):
    """The server could not be found, made or started; the text is one line for the person at the terminal."""


class Terminated(BaseException):
    """A signal asked this program to end; `number` is the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def find_binaries() -> Path:
    """Directory with initdb, postgres and psql of the newest installed server, version 15 or later."""
    found: dict[int, Path] = {}
    for initdb in Path("/usr/lib/postgresql").glob("*/bin/initdb"):
        if initdb.parent.parent.name.isdigit():
            found[int(initdb.parent.parent.name)] = initdb.parent
    on_path = shutil.which("initdb")
    if on_path:
        text = subprocess.run([on_path, "--version"], capture_output=True, text=True, check=True).stdout
        match = re.search(r"\s(\d+)", text)
        if match:
            found.setdefault(int(match[1]), Path(on_path).resolve().parent)
    if not found or max(found) < OLDEST_VERSION:
        raise PostgresError(
            f"no PostgreSQL server {OLDEST_VERSION} or newer is installed; run: apt-get install -y postgresql"
        )
    return found[max(found)]


def server_account() -> pwd.struct_passwd | None:
    """The ordinary user that runs the server, None for the present one."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise PostgresError("root needs an ordinary user named postgres or nobody to run the server")


def free_port() -> int:
    """A port of the loopback interface that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _end_with_parent() -> None:
    """In the server's process before it starts: SIGQUIT when this program is killed (Linux only)."""
    parent_death_signal = 1  # PR_SET_PDEATHSIG of prctl(2)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(parent_death_signal, signal.SIGQUIT, 0, 0, 0)


class PostgresServer:
    """One server in `directory`, from `start` to `stop`; `url` is filled in by `start`."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.data = directory / "data"
        self.log = directory / "server.log"
        self.binaries = find_binaries()
        self.account = server_account()
        self.process: subprocess.Popen[bytes] | None = None
        self.database = DATABASE
        self.url = ""
        self.port = 0

    def _environment(self) -> dict[str, str]:
        path = os.environ.get("PATH", os.defpath)
        return {"PATH": path, "LC_ALL": "C.UTF-8", "HOME": str(self.directory)}

    def _as_account(self) -> dict[str, object]:
        """Arguments of subprocess that make the child the ordinary user, without root's groups and home."""
        options: dict[str, object] = {"cwd": self.directory, "env": self._environment()}
        if self.account:
            options.update(user=self.account.pw_uid, group=self.account.pw_gid, extra_groups=[])
        return options

    def _run(self, program: str, *arguments: str, **options: object) -> None:
        command = [str(self.binaries / program), *arguments]
        result = subprocess.run(command, capture_output=True, text=True, **{**self._as_account(), **options})
        if result.returncode:
            last = (result.stderr.strip() or result.stdout.strip() or "no output").splitlines()
            raise PostgresError(f"PostgreSQL's {program} failed: {' | '.join(last[-3:])}")

    def start(self) -> None:
        """Make the cluster, start the server, create the role and the database `edusite`."""
        owner_password, password = secrets.token_hex(16), secrets.token_hex(16)
        password_file = self.directory / "owner-password"
        password_file.write_text(owner_password)
        if self.account:
            os.chown(self.directory, self.account.pw_uid, self.account.pw_gid)
            os.chown(password_file, self.account.pw_uid, self.account.pw_gid)
        self._make_cluster(password_file)
        password_file.unlink()
        for _ in range(START_ATTEMPTS):
            self.port = free_port()
            if self._start_once():
                break
        else:
            raise PostgresError(f"PostgreSQL did not start: {self._last_log_line()}")
        statements = (
            f"CREATE ROLE edusite LOGIN CREATEDB PASSWORD '{password}';\n"
            f"CREATE DATABASE {self.database} OWNER edusite;\n"
        )
        environment = {**self._environment(), "PGPASSWORD": owner_password}
        self._run("psql", *self._connection("owner"), "--quiet", env=environment, input=statements)
        self.url = f"postgres://edusite:{password}@127.0.0.1:{self.port}/{self.database}"

    def _make_cluster(self, password_file: Path) -> None:
        """Run initdb; on a busy machine it was seen to fail once in many runs, so it gets a second try."""
        arguments = (
            *("--pgdata", str(self.data), "--username", "owner", "--pwfile", str(password_file)),
            *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
        )
        try:
            self._run("initdb", *arguments)
        except PostgresError:
            shutil.rmtree(self.data, ignore_errors=True)
            self._run("initdb", *arguments)

    def _connection(self, role: str) -> tuple[str, ...]:
        address = ("--host", "127.0.0.1", "--port", str(self.port))
        return (
            "--no-psqlrc",
            *address,
            "--username",
            role,
            "--dbname",
            "postgres",
            "--set",
            "ON_ERROR_STOP=1",
        )

    def _start_once(self) -> bool:
        settings = {
            **SERVER_OPTIONS,
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(self.binaries / "postgres"), "-D", str(self.data), *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_end_with_parent,
                **self._as_account(),
            )
        limit = time.monotonic() + START_SECONDS
        while time.monotonic() < limit and self.process.poll() is None:
            if self._is_ready():
                return True
            time.sleep(0.1)
        self.stop()
        return False

    def _is_ready(self) -> bool:
        """True once the server's own status file says that it accepts connections (its eighth line)."""
        with contextlib.suppress(OSError):
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            return len(lines) >= 8 and lines[7].strip() == "ready"
        return False

    def _last_log_line(self) -> str:
        with contextlib.suppress(OSError, IndexError):
            return self.log.read_text(errors="replace").strip().splitlines()[-1]
        return "it left no log"

    def stop(self) -> None:
        """End the server: at once for its clients, then without mercy. Does nothing where none runs."""
        if self.process is None:
            return
        for number, seconds in ((signal.SIGINT, GRACE_SECONDS), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
            if self.process.poll() is not None:
                break
            self.process.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(seconds)
        self.process = None


@contextlib.contextmanager
def running_server() -> Iterator[PostgresServer]:
    """A started server in a new temporary directory; both are gone afterwards."""
    directory = Path(tempfile.mkdtemp(prefix="edusite-postgres-"))
    try:
        server = PostgresServer(directory)
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def run_command(command: Sequence[str], url: str) -> int:
    """Run `command` with DATABASE_URL set; its exit code, 128 + signal where a signal ended it.

    The terminal sends Ctrl-C to the command as well, so that one is only waited for; what was sent to this
    program alone is passed on.
    """
    child = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url})
    try:
        code = child.wait()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
                child.wait(5)
        if child.poll() is None:
            child.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt, Terminated):
                child.wait(GRACE_SECONDS)
        if child.poll() is None:
            child.kill()
            child.wait()
        raise
    return code if code >= 0 else 128 - code


def _terminate(number: int, _frame: object) -> None:
    raise Terminated(number)


def main(arguments: Sequence[str]) -> int:
    command = list(arguments[1:] if arguments[:1] == ["--"] else arguments)
    if not command:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    # A shell starts what it puts in the background with Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _terminate)
    try:
        with running_server() as server:
            return run_command(command, server.url)
    except PostgresError as error:
        print(f"edusite: {error}", file=sys.stderr)
        return NOT_STARTED
    except FileNotFoundError as error:
        print(f"edusite: {error.filename}: no such command", file=sys.stderr)
        return 127
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Terminated as error:
        return 128 + error.number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
