"""Requests that nobody answers, and an ordinary request to a oneway method, which is answered once it is taken."""
import json
import socket
import sys

OWNER = {"authorization": "Bearer sesame"}
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    lines = connection.makefile()

    def send(method, *params, **header):
        header.update(service_name="market.v1.Market", method_name=method)
        connection.sendall(json.dumps({"header": header, "body": {"params": params}}).encode())

    def read():
        return json.loads(next(lines))["body"]

    send("complain", "plum", kind="oneway")
    send("complain", "brick", kind="oneway")  # there are none, but nobody is told

    send("changed", "plum", "0.30", request_id=1)
    print("a plum costs", read()["result"])  # this was the first answer

    send("complain", "plum", request_id=2)
    print("taken:", read())  # which does not mean that it is done

    send("changed", "plum", "0.20", request_id=3)
    print("a plum costs", read()["result"])

    send("setPrice", "plum", "0.30", request_id=4, metadata=OWNER)  # as it was
    assert read() == {"result": None}
