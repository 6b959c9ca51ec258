struct Egg { 1: required Chicken chicken }
struct Chicken { 1: required Egg egg }
service Base { void ping() }
service Derived extends Base {
  /** Again. */
  void ping(1: i32 n),
  void pong()
}
