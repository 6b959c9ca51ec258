"""Many requests at once, in one packet; the answers come when they are ready, and say to which request they belong."""
import json
import socket
import sys

WARES = ["apple", "brick", "pear"]
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    lines = connection.makefile()

    def request(ware, **header):
        header.update(service_name="market.v1.Market", method_name="price")
        return json.dumps({"header": header, "body": {"params": [ware]}})

    def read():
        reply = json.loads(next(lines))
        return reply["header"]["request_id"], reply["body"]

    connection.sendall("".join(request(ware, request_id=ware) for ware in WARES).encode())
    replies = dict(read() for _ in WARES)
    for ware in WARES:
        print(ware, replies[ware].get("result", "costs nothing: there is none"))

    # without ids the answers come in the order of the requests
    connection.sendall("".join(request(ware) for ware in WARES).encode())
    for ware in WARES:
        number, body = read()
        print(number, ware, body.get("result"))
