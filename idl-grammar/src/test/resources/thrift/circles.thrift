struct Egg { 1: required Chicken chicken }
struct Chicken { 1: required Egg egg, 2: required list<Chicken> flock, 3: optional Chicken mother }
struct Self { 1: required Self self, 2: required Other other }
struct Other { 1: required string name }
union Some { 1: Node node, 2: Some some }
struct Node { 1: required Some first, 2: required Leaf leaf }
union Never { 1: required Never never }
union Leaf { 1: Node node, 2: i32 value }
exception Cause { 1: required Cause cause }
