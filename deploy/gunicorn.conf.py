"""The web server, behind a proxy that ends TLS: what `deploy/edusite-web.service`, the demonstration and `make bench` run.

WEB_WORKERS: processes, one for each core. WEB_THREADS: requests that a process has in hand at once; look-ups of one moment share
a statement, so on results day more threads cost the database less. Each thread keeps a connection: processes × threads, and a
few of the worker's, must be fewer than `max_connections` of PostgreSQL.
"""

import os

wsgi_app = "edusite.wsgi:application"
bind = os.environ.get("WEB_BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", os.cpu_count() or 2))
threads = int(os.environ.get("WEB_THREADS", "16"))
# Loaded once before the processes part: they share its memory.
preload_app = True
keepalive = 5
# A listener for each process, among which the kernel divides connections: else whoever wakes first takes most of those that a
# proxy opens at once and keeps, and half of the cores have nothing to do.
reuse_port = True
loglevel = "warning"
# Addresses of visitors are personal data: what is noted of them is the proxy's matter. Nothing listens for commands.
accesslog = None
control_socket_disable = True
