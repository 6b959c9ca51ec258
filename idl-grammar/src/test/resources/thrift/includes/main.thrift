include "shared.thrift"
include "sub/deep.thrift"
namespace java com.example.main

struct Thing {
  1: shared.Thing other,
  2: shared.Colour colour = shared.Colour.RED
  3: deep.Depth depth = deep.DEEPEST
  4: i32 shared
}
const shared.Colour BEST = shared.FAVOURITE
service Things extends shared.Base {
  shared.Thing find(1: deep.Depth depth) throws (1: shared.Lost lost)
}
