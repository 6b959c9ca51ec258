namespace * names

typedef i64 timestamp
typedef string Timestamp
struct date { 1: i32 year }
struct Date2 { 1: date date, 2: timestamp at, 3: Timestamp text }
enum _Colour_ { _RED, red, Red, GREEN_ }
const _Colour_ first = _Colour_._RED
const i32 DATE2 = 1
struct Fields {
  1: string _id
  2: string __
  3: string ID
  4: string Id
  5: i32 id2
  6: i32 _2nd
  7: string struct
  8: i32 list
  9: string a_very_long_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on
}
const Fields values = {"_id": "x", "Id": "y"}
exception error { 1: string reserved }
service any {
  void _go_(1: string _a, 2: string A)
  date stream(1: error throws, 2: bool rollout) throws (1: error e)
  void throws()
}
