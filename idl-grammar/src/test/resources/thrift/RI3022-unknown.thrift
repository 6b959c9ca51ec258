struct A { 1: Strang name, 2: list<other.B> others }
const i32 N = M
const i32 M = 1
const Colour C = Colour.GREEN
enum Colour { RED }
service S extends T {
  void f() throws (1: Oops o)
}
struct String { 1: i32 n = NOWHERE }
