struct A { 1: i32 a, 2: string b }
enum B { ONE, TWO }
const i32 N = 1
service S {
  void f(1: i32 a, 2: i32 b),
  void g()
}
