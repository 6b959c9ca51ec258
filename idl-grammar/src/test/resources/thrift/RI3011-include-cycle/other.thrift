include "main.thrift"
struct B {}
