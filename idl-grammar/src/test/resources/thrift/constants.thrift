namespace * constants

// Names where they mean the same, values where they do not.
enum Colour { RED = 1, GREEN, BLUE = 7 }
typedef i32 Count
struct Point { 1: required i32 x, 2: i32 y = 3, 3: list<Colour> colours }
union Either { 1: Point point, 2: binary raw }

const i32 ONE = 1
const Count SAME = ONE
const i64 WIDER = ONE
const i8 NARROWER = ONE
const double NaN = 0001.50
const list<double> NUMBERS = [NaN, ONE, -.5e-3, +7]
const set<i32> SET = [ONE, 1, 0x1, 2]
const map<double, i32> KEYS = {1.0: 1, 1: 2}
const bool YES = 2
const bool NO = -1
const Colour FIRST = RED
const Colour BY_NUMBER = 7
const Colour BY_CONSTANT = ONE
const i32 AS_NUMBER = Colour.GREEN
const list<Colour> COLOURS = [FIRST, Colour.BLUE, 2]
const Point ORIGIN = {'x': ONE}
const Point COLOURED = {"x": 0, "colours": COLOURS}
const Either EITHER = {"point": ORIGIN}
const Either RAW = {"raw": "\\\"\t"}
const map<Point, Either> POINTS = {ORIGIN: EITHER, {"x": 2}: {"raw": ""}}
const string QUOTES = 'a "b" \'c\''
struct Defaults {
  1: Point point = ORIGIN
  2: optional Either either = {"raw": "a"}
  3: required Colour colour = Colour.RED
  4: i8 small = ONE
}
