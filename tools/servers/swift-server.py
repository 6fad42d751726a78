"""OpenStack Swift in one process, for tests: servers of accounts, containers and objects, and before them the proxy that speaks S3.

swift-server.py FOLDER/ PORT BUCKET, with the secret of `test:tester` in SWIFT_SECRET.
"""

import os
import sys

import eventlet

eventlet.monkey_patch()

from eventlet import wsgi
from swift.account.server import AccountController
from swift.common import utils
from swift.common.ring.builder import RingBuilder
from swift.common.storage_policy import reload_storage_policies
from swift.common.swob import Request
from swift.common.wsgi import SwiftHttpProtocol, loadapp
from swift.container.server import ContainerController
from swift.obj.server import ObjectController

LOOPBACK = "127.0.0.1"
DEVICE = "disk"
folder, port, bucket = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def write(name, text):
    with open(os.path.join(folder, name), "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        file.write(text)


def serve(socket, app):
    wsgi.server(socket, app, log, protocol=SwiftHttpProtocol, log_output=False)


# What its programs find in /etc/swift.
write("swift.conf", "[swift-hash]\nswift_hash_path_suffix = tests\n")
write(
    "proxy.conf",
    f"""[DEFAULT]
swift_dir = {folder}
log_level = WARNING
[pipeline:main]
pipeline = catch_errors cache s3api tempauth slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
# Nobody is there, and nothing needs it: sign-ins by token do, and nobody signs in so.
memcache_servers = {LOOPBACK}:1
[filter:s3api]
use = egg:swift#s3api
[filter:slo]
use = egg:swift#slo
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = {os.environ["SWIFT_SECRET"]} .admin
""",
)
utils.set_swift_dir(folder)
reload_storage_policies()
log = utils.get_logger({"log_level": "WARNING"}, log_to_console=True)

devices = os.path.join(folder, "devices")
os.makedirs(os.path.join(devices, DEVICE), exist_ok=True)
settings = {"devices": devices, "swift_dir": folder, "mount_check": "false", "fallocate_reserve": "0"}
for kind, controller in [("account", AccountController), ("container", ContainerController), ("object", ObjectController)]:
    socket = eventlet.listen((LOOPBACK, 0))
    place = {"region": 1, "zone": 1, "weight": 1.0, "ip": LOOPBACK, "port": socket.getsockname()[1], "device": DEVICE}
    ring = RingBuilder(4, 1, 0)
    ring.add_dev(place)
    ring.rebalance()
    ring.get_ring().save(os.path.join(folder, f"{kind}.ring.gz"))
    eventlet.spawn(serve, socket, controller(settings, logger=log))

proxy = loadapp(os.path.join(folder, "proxy.conf"), global_conf={"log_to_console": "yes"})
made = Request.blank(
    f"/v1/AUTH_test/{bucket}", environ={"REQUEST_METHOD": "PUT", "swift.authorize_override": True}
).get_response(proxy)
if not made.is_success:
    sys.exit(f"no bucket: {made.status}")
serve(eventlet.listen((LOOPBACK, port)), proxy)
