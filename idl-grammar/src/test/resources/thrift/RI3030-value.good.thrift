enum Colour { RED = 1, GREEN = 2 }
struct Point { 1: required i32 x, 2: required i32 y, 3: optional string name = "7" }
const i8 BIG = 127
const Colour GREEN = 2
const Point WHOLE = {"x": 1, "y": 2}
const list<i32> LIST = [1]
const list<i32> SAME = LIST
