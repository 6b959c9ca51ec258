include "common.thrift"
namespace java com.example.joined

struct Order { 1: common.Money price }
