namespace * com.example.shared
namespace java org.example.shared.types

enum Colour { RED, GREEN }
const Colour FAVOURITE = Colour.GREEN
struct Thing { 1: string name }
exception Lost {}
service Base { void ping() }
