struct A { 1: String name }
const i32 M = 1
const i32 N = M
enum Colour { RED }
const Colour C = Colour.RED
service T {}
service S extends T {}
struct String { 1: i32 n = N }
