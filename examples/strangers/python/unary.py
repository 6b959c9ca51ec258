"""Calls with one answer: a request goes out, a line comes back."""
import json
import socket
import sys

with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    lines = connection.makefile()

    def call(method, params, **header):
        header.update(request_id=1, service_name="market.v1.Market", method_name=method)
        connection.sendall(json.dumps({"header": header, "body": {"params": params}}).encode())
        return json.loads(next(lines))["body"]

    print("by name     ", call("price", {"ware": "apple"})["result"])
    print("by position ", call("price", ["apple"])["result"])
    print("variadic    ", call("total", ["apple", "apple", "pear"])["result"])

    owner = {"authorization": "Bearer sesame"}
    print("no result   ", call("setPrice", ["melon", "2.50"], metadata=owner)["result"])

    error = call("price", ["brick"])["error"]  # one that the contract declares
    print("declared    ", error["code"], error["type"], error["details"], error["processed"])
    error = call("setPrice", ["melon", "0.01"])["error"]  # one that any method may answer
    print("other       ", error["code"], error["message"])
    error = call("changed", ["apple", "0.80"], timeout_ms=100)["error"]
    print("too late    ", error["code"])
