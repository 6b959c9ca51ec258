include "fb303.thrift"
namespace java com.example.missing

typedef fb303.Status Status
const i32 ALIVE = fb303.ALIVE
struct Report {
  1: fb303.Status status
  2: required map<fb303.Key, i32> counts
  3: i32 limit = fb303.LIMIT
  4: Status again
}
service Store extends fb303.FacebookService {
  fb303.Status status(1: fb303.Key key, 2: i32 n = fb303.N) throws (1: fb303.Failure f, 2: Broken b)
}
exception Broken { 1: fb303.Status status }
