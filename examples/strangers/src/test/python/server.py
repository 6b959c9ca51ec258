"""A server that knows nothing but a socket and JSON: one recv, one document, and it closes after every answer.

It dies of what it does not expect: a message that lacks a header member, a second request in one recv, a connection
that closes without a request.
"""
import json
import socket

server = socket.create_server(("127.0.0.1", 0), backlog=128)
print("listening on 127.0.0.1:%d" % server.getsockname()[1], flush=True)
while True:
    connection, _ = server.accept()
    request = json.loads(connection.recv(1024))
    header = request["header"]
    connection.sendall(json.dumps({
        "header": {
            "request_id": header["request_id"],
            "service_name": header["service_name"],
            "method_name": header["method_name"],
        },
        "body": {"result": sum(request["body"]["params"])},
    }).encode())
    connection.close()
