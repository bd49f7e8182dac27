"""Statements that PostgreSQL keeps ready, and values as it has them."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection

from common import prepared
from common.prepared import PreparedStatement, bigint, bigints, moment, uuids

outside_transactions = pytest.mark.django_db(transaction=True, serialized_rollback=True)


class TestValues:
    KEY, LAST = uuid.uuid4(), datetime(1999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)

    def test_they_are_written_as_postgresql_has_them(self):
        assert bigint(-7) == b"\xff" * 7 + b"\xf9"
        assert moment(self.LAST) == bigint(-1)
        assert moment(self.LAST + timedelta(days=9000, microseconds=8)) == bigint(9000 * 86_400_000_000 + 7)

    @outside_transactions
    def test_postgresql_reads_them_so(self):
        if not is_postgresql():
            return
        types = "$1::uuid::text, $2::bigint::text, $3::timestamptz::text"
        statement = PreparedStatement("test_values", f"SELECT {types}", 3)
        row = statement.run(
            connection, (self.KEY.bytes, bigint(-7), moment(self.LAST + timedelta(seconds=61)))
        )
        text, number, when = (row.get_value(0, place).decode() for place in range(3))
        assert (text, number) == (str(self.KEY), "-7")
        assert datetime.fromisoformat(when) == self.LAST + timedelta(seconds=61)

    @outside_transactions
    @pytest.mark.parametrize("number", [0, 1, 3])
    def test_postgresql_reads_arrays_so(self, number):
        if not is_postgresql():
            return
        keys, numbers = [uuid.uuid4() for _each in range(number)], list(range(-1, number - 1))
        statement = PreparedStatement("test_arrays", "SELECT $1::uuid[]::text, $2::bigint[]::text", 2)
        row = statement.run(connection, (uuids([key.bytes for key in keys]), bigints(numbers)))
        found = [row.get_value(0, place).decode() for place in range(2)]
        assert found == [f"{{{','.join(map(str, values))}}}" for values in (keys, numbers)]


def is_postgresql() -> bool:
    """Nothing is prepared elsewhere."""
    if connection.vendor == "postgresql":
        return True
    assert prepared.can_prepare(connection) is False
    return False


@outside_transactions
class TestPreparedStatement:
    def test_it_is_prepared_once_for_each_connection(self):
        if not is_postgresql():
            return
        statement = PreparedStatement("test_once", "SELECT $1::bigint", 1)
        for _again in range(2):
            for number in range(3):
                assert statement.run(connection, (bigint(number),)).get_value(0, 0) == bigint(number)
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name = 'test_once'")
                assert cursor.fetchone() == (1,)
            connection.close()

    def test_what_goes_wrong_closes_the_connection_and_the_next_one_is_prepared_anew(self):
        if not is_postgresql():
            return
        statement = PreparedStatement("test_wrong", "SELECT 1 / $1::bigint", 1)
        with pytest.raises(DatabaseError, match="division by zero"):
            statement.run(connection, (bigint(0),))
        assert connection.connection is None
        assert statement.run(connection, (bigint(1),)).get_value(0, 0) == bigint(1)


def test_within_a_transaction_nothing_is_prepared(db):
    assert prepared.can_prepare(connection) is False
