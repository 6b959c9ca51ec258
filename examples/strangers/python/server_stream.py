"""One request, answered with items and their end."""
import json
import socket
import sys

with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    lines = connection.makefile()

    def open_stream(number, method, params):
        header = {"request_id": number, "service_name": "market.v1.Market", "method_name": method}
        connection.sendall(json.dumps({"header": header, "body": {"params": params}}).encode())

    def items():
        for line in lines:
            message = json.loads(line)
            if message["header"]["kind"] == "item":
                yield message["body"]["item"]
            elif "error" in message["body"]:  # the end, and not a good one
                raise RuntimeError(message["body"]["error"]["code"])
            else:
                return

    open_stream(1, "list", [])
    for ware in items():
        print(ware["name"], ware["price"])

    open_stream(2, "watch", ["brick"])
    try:
        print(next(items()))
    except RuntimeError as failure:
        print("failed:", failure)
