struct Egg { 1: required Chicken chicken }
struct Chicken { 1: optional Egg egg }
service Base { void ping() }
service Derived extends Base { void pong() }
