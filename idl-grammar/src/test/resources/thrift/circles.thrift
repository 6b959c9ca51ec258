struct Egg { 1: required Chicken chicken }
struct Chicken { 1: required Egg egg, 2: required list<Chicken> flock, 3: optional Chicken mother }
struct Self { 1: required Self self, 2: required Other other }
struct Other { 1: required string name }
