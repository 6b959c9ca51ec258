include "../b/types.thrift"
struct A { 1: types.B b }
