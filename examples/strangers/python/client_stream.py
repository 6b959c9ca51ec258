"""A request, then items and their end; one answer."""
import json
import socket
import sys

with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    lines = connection.makefile()

    def send(body, **header):
        connection.sendall(json.dumps({"header": header, "body": body}).encode())

    def order(number, *ordered):
        send({"params": []}, request_id=number, service_name="market.v1.Market", method_name="order")
        for line in ordered:
            send({"item": line}, request_id=number, kind="item")  # the id says which stream: no names needed
        send({}, request_id=number, kind="end")
        return json.loads(next(lines))

    print(order(1, {"ware": "apple", "count": 3}, {"ware": "pear"})["body"])
    print(order(2)["body"])

    # the answer may come before the end: what is still sent then is passed over
    print(order(3, {"ware": "brick"}, {"ware": "apple"})["body"]["error"]["code"])
    print(order(4, {"ware": "apple", "count": "many"})["body"]["error"]["message"])
