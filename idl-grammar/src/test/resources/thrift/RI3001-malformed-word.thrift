const string A = "no end
const string B = "bad \x escape"
const i64 C = 99999999999999999999
struct D { 1: i32 größe }
/* no end
