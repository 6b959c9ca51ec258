include "../shared.thrift"
namespace py com.example.deep

typedef i16 Depth
const Depth DEEPEST = 100
struct Layer { 1: shared.Thing thing }
