struct A { 1: i32 a };
struct B {
  1: string name
  2: required i32 required;
}
enum C { ONE = 1; TWO }
service D { void f(1: i32 a;); }
