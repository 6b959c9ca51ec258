typedef i64 timestamp
struct Shop {}
service shop { timestamp open() }
const i32 SHOP = 1
