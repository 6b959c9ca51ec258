enum Colour { RED = 1, GREEN = 2 }
struct Point { 1: required i32 x, 2: required i32 y, 3: optional string name = 7 }
union Either { 1: i32 a, 2: string b }
const i8 BIG = 128
const i32 TEXT = "1"
const bool WORD = "yes"
const double HUGE = 1e999
const string NUMBER = 1
const uuid ID = "no"
const Colour BLUE = 3
const Point HALF = {"x": 1}
const Point MORE = {"x": 1, "y": 2, "z": 3}
const Point NONE = [1]
const Either BOTH = {"a": 1, "b": "2"}
const list<i32> LIST = {"a": 1}
const map<string, i32> MAP = [1]
const set<i32> SET = [1, "2"]
const i32 USES = BIG
const list<i32> NARROW_AGAIN = [1]
const list<i64> OTHER = NARROW_AGAIN
