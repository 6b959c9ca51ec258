namespace java benchmark.thrift.users

struct User {
  1: i64 id
  2: string name
  3: i32 sex
  4: i64 birthday // in ms, as those after it: Thrift has no type for dates
  5: string email
  6: string mobile
  7: string address
  8: string icon
  9: list<i32> permissions
  10: i32 status
  11: i64 createTime
  12: i64 updateTime
}

struct Page {
  1: i32 pageNo
  2: i32 total
  3: list<User> result
}

service Users {
  bool existUser(1: string email)
  bool createUser(1: User user)
  User getUser(1: i64 id)
  Page listUser(1: i32 pageNo)
}
