"""A client that knows nothing but a socket and JSON: one document out, one recv, no newline, no length."""
import json
import socket
import sys

port, numbers = int(sys.argv[1]), [int(n) for n in sys.argv[2:]]
with socket.create_connection(("127.0.0.1", port)) as connection:
    connection.sendall(json.dumps({
        "header": {"request_id": 1, "service_name": "example_service", "method_name": "example_method"},
        "body": {"params": numbers},
    }).encode())
    reply = json.loads(connection.recv(1024))
assert reply["header"] == {
    "request_id": 1, "service_name": "example_service", "method_name": "example_method"}, reply
print(reply["body"]["result"])
