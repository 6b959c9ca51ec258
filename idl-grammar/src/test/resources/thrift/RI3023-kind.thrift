struct A { 1: S service }
service S extends A {
  void f() throws (1: A a, 2: i32 b)
}
