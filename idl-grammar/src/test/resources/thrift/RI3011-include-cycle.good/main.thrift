include "other.thrift"
struct A {}
