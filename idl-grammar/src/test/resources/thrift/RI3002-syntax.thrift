struct A { 1: i32 }
struct B {
  1: string name
  2: required
}
enum C { ONE = "1" }
service D { void f(1: i32 a; }
strukt E {}
const i32 F 1
struct G { 1: string name
struct H {}
typedef map<string> I
include shared.thrift
namespace java
union J {
