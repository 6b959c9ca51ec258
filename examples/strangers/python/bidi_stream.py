"""Items both ways at once: an offer, a price, an offer ... until the stall takes one, and ends the stream."""
import json
import socket
import sys

with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    lines = connection.makefile()

    def send(body, **header):
        connection.sendall(json.dumps({"header": header, "body": body}).encode())

    send({"params": {"ware": "pear"}}, request_id="p1", service_name="market.v1.Market", method_name="haggle")
    for offer in ["0.90", "1.00", "1.10", "1.20"]:
        send({"item": offer}, request_id="p1", kind="item")
        message = json.loads(next(lines))
        assert message["header"]["request_id"] == "p1"
        print("offered", offer, "for", message["body"]["item"])
        if message["body"]["item"] == offer:
            break
    message = json.loads(next(lines))
    print(message["header"]["kind"], message["body"])  # we have not said that there are no more offers: no need to
