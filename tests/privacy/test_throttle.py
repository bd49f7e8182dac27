import pytest
from django.core.cache import cache
from django.test import RequestFactory

from privacy import throttle


def request(**meta):
    return RequestFactory().get("/", **meta)


@pytest.mark.parametrize(
    ("meta", "address"),
    [
        ({"REMOTE_ADDR": "203.0.113.5"}, "203.0.113.5"),
        ({"REMOTE_ADDR": "203.0.113.5", "HTTP_X_FORWARDED_FOR": "198.51.100.1"}, "203.0.113.5"),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "1.2.3.4, 198.51.100.7"}, "198.51.100.7"),
        ({"REMOTE_ADDR": "", "HTTP_X_FORWARDED_FOR": "198.51.100.7"}, "198.51.100.7"),
        ({"REMOTE_ADDR": "127.0.0.1"}, "127.0.0.1"),
    ],
)
def test_only_a_proxy_nearby_is_believed(meta, address):
    assert throttle.client_address(request(**meta)) == address


def test_a_network_is_let_through_up_to_its_limit():
    cache.clear()
    taken = [throttle.allow(request(REMOTE_ADDR="203.0.113.5"), use="x", limit=2) for _turn in range(3)]
    assert taken == [True, True, False]
    assert throttle.allow(request(REMOTE_ADDR="203.0.113.6"), use="x", limit=2)
    assert throttle.allow(request(REMOTE_ADDR="203.0.113.5"), use="y", limit=2)


def test_one_household_with_many_ipv6_addresses_is_one_network():
    cache.clear()
    assert throttle.allow(request(REMOTE_ADDR="2001:db8::1"), use="x", limit=1)
    assert not throttle.allow(request(REMOTE_ADDR="2001:db8::ffff"), use="x", limit=1)


def test_no_address_is_kept():
    cache.clear()
    throttle.allow(request(REMOTE_ADDR="203.0.113.5"), use="x", limit=2)
    assert "203.0.113.5" not in str(cache._cache)
    assert cache._cache
