namespace * comments

/***********
 * Boxed. *
 ***********/

/** First. */
/** Second, with <U+2028> , bidi ‮ and a tab	here. \u002a\u002f */
struct A { // behind the brace
  // above
  1: i32 a, // behind
  /* block */ 2: i32 b /* between */ = 1, # hash */ struct Evil {}
  /**
    Without stars,
      indented.
   */
  3: i32 c; /* behind
  two lines */

  4: i32 d // $T ${x}
  // last
}

const string S = "*/ \" \\ ‮text🌱" // seed
const list<i32> L = [
  1, // one
  2  // two
]
/**/
struct B {} (a = "*/‮end", b = "x\ny")
service C {
  void f(1: i32 a /* in */) throws (
    1: E e // why
  )
}
exception E {}
/** At the end. */
