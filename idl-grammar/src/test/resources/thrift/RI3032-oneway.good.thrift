exception E {}
service S {
  oneway void f(),
  void g() throws (1: E e)
}
