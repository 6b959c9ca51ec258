"""Says all it has to say, ends its side of the connection, and reads until the server has ended the other."""
import json
import socket
import sys

with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:

    def send(body, **header):
        connection.sendall(json.dumps({"header": header, "body": body}).encode())

    def call(number, method, params):
        send({"params": params}, request_id=number, service_name="market.v1.Market", method_name=method)

    call("list", "list", [])
    call("ended", "order", [])
    send({"item": {"ware": "apple"}}, request_id="ended", kind="item")
    send({}, request_id="ended", kind="end")
    call("not ended", "order", [])
    send({"item": {"ware": "apple"}}, request_id="not ended", kind="item")
    connection.shutdown(socket.SHUT_WR)

    ends = {}
    for line in connection.makefile():
        message = json.loads(line)
        if message["header"].get("kind") != "item":
            ends[message["header"]["request_id"]] = message["body"]
    for name in sorted(ends):
        print(name, "->", ends[name].get("error", {}).get("code", "well"))
    print("closed")
