const string A = "an end"
const string B = "good \\x escape"
const i64 C = 9223372036854775807
struct D { 1: i32 groesse } // größe
