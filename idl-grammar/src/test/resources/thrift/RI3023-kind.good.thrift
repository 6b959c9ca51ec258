struct A { 1: E error }
exception E {}
service R {}
service S extends R {
  void f() throws (1: E e)
}
