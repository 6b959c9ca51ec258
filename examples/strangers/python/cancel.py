"""Giving up: a stream without an end, and a call that would take too long."""
import json
import socket
import sys

OWNER = {"authorization": "Bearer sesame"}
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    lines = connection.makefile()

    def send(body, **header):
        connection.sendall(json.dumps({"header": header, "body": body}).encode())

    def call(number, method, *params, **header):
        send({"params": params}, request_id=number, service_name="market.v1.Market", method_name=method, **header)

    def read():
        message = json.loads(next(lines))
        return message["header"]["request_id"], message["body"]

    call("stream", "watch", "melon")
    print("now", read()[1]["item"])
    call("price", "setPrice", "melon", "3.00", metadata=OWNER)
    bodies = dict([read(), read()])  # an item and a reply, whichever comes first
    print("then", bodies["stream"]["item"])

    send({}, request_id="stream", kind="cancel")
    print("the stream ends with", read()[1]["error"]["code"])

    call("slow", "changed", "melon", "3.00")
    send({}, request_id="slow", kind="cancel")
    print("the call is answered with", read()[1]["error"]["code"])
    send({}, request_id="slow", kind="cancel")  # there is no such call any more: passed over

    call("price", "setPrice", "melon", "2.50", metadata=OWNER)
    print("the connection goes on:", read())
