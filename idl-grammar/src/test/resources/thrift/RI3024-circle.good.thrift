typedef B A
typedef list<C> B
typedef map<string, D> C
struct D { 1: A a }
service R {}
service S extends R {}
