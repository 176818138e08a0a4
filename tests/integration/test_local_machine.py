import psycopg


def test_each_test_gets_a_database_of_its_own(database_url):
    with psycopg.connect(database_url) as connection:
        assert connection.execute("select count(*) >= 0 from coresync.schema_migrations").fetchone() == (True,)
