"""The PostgreSQL that tests and `make run` start for themselves, and the runner of migrations."""

import os
import shutil
import signal
import threading
from pathlib import Path

import psycopg
import pytest

from infra.local import postgres_throwaway
from infra.local.database import open_database
from infra.local.home import Home, shared_twin
from infra.local.postgres import Postgres
from infra.local.postgres_binaries import as_root
from infra.local.records import command_line
from infra.local.reset import reset
from infra.local.startup_error import StartupError
from infra.migrate import MigrationRefusedError, main, migrate, read_migrations


@pytest.fixture
def empty_url(postgres):
    name = f"empty_{os.getpid()}"
    yield postgres.create_database(name)
    postgres.drop_database(name)


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_guests.sql").write_text("create table coresync.guests_of_a_test (id int)")
    (folder / "0002_more.sql").write_text("insert into coresync.guests_of_a_test values (1)")
    return folder


def _ask(url, question):
    with psycopg.connect(url) as connection:
        (answer,) = connection.execute(question).fetchone() or (None,)
    return answer


def _data(server):
    return Path(_ask(server.url("postgres"), "show data_directory"))


def _do(url, statement):
    with psycopg.connect(url) as connection:
        connection.execute(statement)


def test_each_test_gets_a_database_of_its_own(database_url, migrated):
    assert not database_url.endswith(f"/{migrated}")
    assert _ask(database_url, "select count(*) from coresync.schema_migrations") == len(read_migrations())


def test_the_server_has_the_extensions_that_we_need(database_url):
    with psycopg.connect(database_url) as connection:
        for extension in ("btree_gist", "citext", "pg_trgm"):
            connection.execute(f"create extension if not exists {extension}")
        there = {name for (name,) in connection.execute("select extname from pg_extension").fetchall()}
    assert there >= {"btree_gist", "citext", "pg_trgm"}


def test_a_durable_server_keeps_its_data_over_a_crash(tmp_path, eventually):
    folder = tmp_path / "postgres"
    try:
        with Postgres(folder, durable=True) as server:
            _do(server.create_database("kept"), "create table kept as select 7 as number")
            pid = int((_data(server) / "postmaster.pid").read_text().split()[0])
            os.kill(pid, signal.SIGKILL)
            eventually(lambda: not command_line(pid))
        with Postgres(folder, durable=True) as server:
            assert _ask(server.url("kept"), "select number from kept") == 7
    finally:
        _remove(folder)


def _remove(folder):
    shutil.rmtree(shared_twin(folder) if as_root() else folder, ignore_errors=True)


def test_a_throwaway_server_leaves_nothing(tmp_path):
    with Postgres(tmp_path / "postgres", durable=False) as server:
        data = _data(server)
        assert data.exists()
    assert not data.parent.exists()


def test_a_throwaway_lies_in_memory_only_where_there_is_room(tmp_path, monkeypatch):
    monkeypatch.setattr(postgres_throwaway, "_MEMORY", tmp_path / "memory")
    assert postgres_throwaway.throwaway_place(tmp_path).parent == tmp_path
    (tmp_path / "memory").mkdir()
    assert postgres_throwaway.throwaway_place(tmp_path).parent == tmp_path / "memory"
    monkeypatch.setattr(postgres_throwaway, "_ROOM", 2**80)
    assert postgres_throwaway.throwaway_place(tmp_path).parent == tmp_path


def test_what_killed_tests_left_behind_is_swept_up(tmp_path, monkeypatch):
    monkeypatch.setattr(postgres_throwaway, "_MEMORY", tmp_path / "memory")
    ours = postgres_throwaway.throwaway_place(tmp_path)
    (tmp_path / "coresync-throwaway-4194305-left").mkdir()  # above all process ids
    assert postgres_throwaway.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [ours]
    ours.rmdir()
    assert not postgres_throwaway.sweep(tmp_path)


def test_a_reset_leaves_the_programs_that_tests_are_using(tmp_path, monkeypatch):
    home, memory, shared = (tmp_path / name for name in ("home", "memory", "shared"))
    for folder in (home, memory, shared / "programs-1"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(postgres_throwaway, "_MEMORY", memory)
    monkeypatch.setattr("infra.local.reset.shared_folder", lambda: shared)
    used = postgres_throwaway.throwaway_place(shared)
    reset(Home(home))
    assert (shared / "programs-1").exists()
    used.rmdir()
    home.mkdir()
    reset(Home(home))
    assert not shared.exists()


def test_a_server_that_somebody_names_is_used_and_left_clean(postgres, monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", postgres.url("postgres"))
    name = f"guest_{os.getpid()}"
    with Postgres(tmp_path / "unused", durable=False) as server:
        assert open_database(server, name) == postgres.url(name)
    assert not (tmp_path / "unused").exists()
    assert _ask(postgres.url("postgres"), f"select count(*) from pg_database where datname = '{name}'") == 0


def test_a_server_that_does_not_answer_is_said_in_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:9/coresync")
    with pytest.raises(StartupError, match="The database does not answer"):
        open_database(Postgres(tmp_path / "unused", durable=True), "coresync")


def test_migrations_are_applied_once_in_order(empty_url, files):
    assert migrate(empty_url, files) == ["0001_guests", "0002_more"]
    assert migrate(empty_url, files) == []
    assert _ask(empty_url, "select count(*) from coresync.guests_of_a_test") == 1


def test_a_migration_that_changed_after_it_was_applied_is_refused(empty_url, files):
    migrate(empty_url, files)
    (files / "0001_guests.sql").write_text("create table coresync.something_else (id int)")
    with pytest.raises(MigrationRefusedError, match="0001_guests has changed after it was applied"):
        migrate(empty_url, files)


def test_a_migration_that_this_checkout_lacks_is_refused(empty_url, files):
    migrate(empty_url, files)
    (files / "0002_more.sql").unlink()
    with pytest.raises(MigrationRefusedError, match="has migration 0002"):
        migrate(empty_url, files)


def test_two_migrations_with_one_number_are_refused(files):
    (files / "0002_other.sql").write_text("select 1")
    with pytest.raises(MigrationRefusedError, match="both have the number 0002"):
        read_migrations(files)


def test_a_migration_that_fails_leaves_no_trace(empty_url, files):
    (files / "0002_more.sql").write_text("insert into coresync.guests_of_a_test values (1); select 1 / 0")
    with pytest.raises(psycopg.errors.DivisionByZero):
        migrate(empty_url, files)
    assert _ask(empty_url, "select count(*) from coresync.guests_of_a_test") == 0
    assert _ask(empty_url, "select max(number) from coresync.schema_migrations") == 1


def test_two_runners_at_once_apply_each_migration_once(empty_url, files):
    done = []
    runners = [threading.Thread(target=lambda: done.extend(migrate(empty_url, files))) for _ in range(2)]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
    assert sorted(done) == ["0001_guests", "0002_more"]


def test_the_command_migrates_and_says_so(empty_url, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", empty_url)
    assert [main(), main()] == [0, 0]
    assert capsys.readouterr().out.endswith("the database is up to date\n")


def test_the_command_says_what_is_missing(monkeypatch, capsys):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main() == 1
    assert capsys.readouterr().err == "DATABASE_URL must name the database to migrate\n"


@pytest.mark.parametrize(
    "binaries", sorted(Path("/usr/lib/postgresql").glob("1[5-7]/bin")), ids=lambda path: path.parts[-2]
)
def test_the_schema_fits_a_postgresql_that_is_installed_here(tmp_path, binaries):
    with Postgres(tmp_path / "postgres", durable=False, binaries=binaries) as server:
        url = server.create_database("older")
        migrate(url)
        assert _ask(url, "select count(*) from coresync.schema_migrations") == len(read_migrations())
        assert _ask(url, "show server_version").startswith(binaries.parts[-2])
