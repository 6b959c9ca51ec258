typedef i64 Timestamp
struct Shop {}
service ShopService { Timestamp open() }
const i32 SHOPS = 1
