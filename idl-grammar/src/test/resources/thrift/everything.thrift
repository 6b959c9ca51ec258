#!/usr/bin/env thrift
# A licence that stays on top.

/** One of everything. */
namespace java com.example.Garden
namespace py example.garden // beds
namespace go garden
cpp_include "<vector>"

// Numbers for soil.
const i32 DEPTH = 0x1F
const i8 SMALL = -5;
const double RATIO = .5
const double LARGE = +1.5E3, // with a comma
const bool WET = 1
const bool DRY = false
const string GREETING = 'say "hi"\n'
const binary SEED = "ab"
const uuid ID = "00112233-4455-6677-8899-AABBCCDDEEFF"

/** What grows. */
enum Plant {
  /** Red. */
  ROSE,
  TULIP = 5, // in spring
  FERN (shade = "yes"),
  MOSS

  // No more.
} (kind = "plants")

enum Nothing {}
senum Flavour { "sweet", "sour" }

typedef i16 Row
typedef map<double, Plant> Spots
typedef list<Row> Rows (cpp.type = "vector") ;

/**
 * A bed.
 *   indented
 */
struct Bed xsd_all {
  1: required string name
  2: optional i32 size;
  3: Plant plant, 4: i64 count = 7
  5: required bool open = true,
  6: optional Row row = 3

  7: byte level
  8: list<i8> levels = [1, 2,]
  9: set<string> tags = {}
  10: map<Plant, list<Bed>> parts
  11: map<binary, i32> weights
  12: Spots spots,
  13: optional Bed & next
  14: slist words
  15: list cpp_type "std::list" <i32> numbers
  16: string code xsd_optional xsd_nillable
  17: uuid id
  -1: Nothing nothing
  optional Flavour flavour = "sweet"
  18: Problem last
  19: Plant favourite = 5
} (final)

union Choice {
  1: Bed bed,
  2: string text = "none"
  3: i8 level
}

union Never {}

exception Problem {
  1: string message
  2: i32 code = DEPTH
}

exception Empty {}

typedef Problem Trouble

const Bed FIRST = {"name": "first", "count": DEPTH, "plant": Plant.TULIP, "tags": ["a", "b", "a"]}
const Choice CHOSEN = {"level": 5}
const map<string, list<i32>> TABLE = {"a": [1, 2], "b": []}
const list<Bed> BEDS = [FIRST, {"name": "second"}]
const Spots PLACES = {1.0: Plant.ROSE, 1: Plant.FERN}
const i64 WIDE = DEPTH
const i32 NUMBER = Plant.TULIP

service Base {
  void ping(),
}

/** Looks after beds. */
service Gardener extends Base {
  /** Digs. */
  Bed dig(1: string name, 2: required i16 depth, 3: optional Bed near, 4: i32 times = DEPTH) throws (1: Problem p, 2: Trouble t, 3: Empty e)

  oneway void water(1: list<string> beds) (slow = "1")
  async void old();
  map<i32, Plant> plants(
    1: i32 first, // the first
    /** The last. */
    2: i32 last
  )
  // The end.
}

service Quiet {}
// Behind everything.
