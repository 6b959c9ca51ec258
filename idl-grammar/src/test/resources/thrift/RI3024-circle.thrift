typedef B A
typedef list<C> B
typedef map<string, A> C
service S extends S {}
