struct A { 1: i32 a, 2: string a }
enum A { ONE, ONE }
const i32 N = 1
const i32 N = 2
service S {
  void f(1: i32 a, 2: i32 a),
  void f()
}
