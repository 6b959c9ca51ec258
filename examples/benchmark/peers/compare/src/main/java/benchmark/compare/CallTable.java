package benchmark.compare;

import java.io.PrintStream;
import java.util.List;

/** Prints what was measured in one operation and mode. */
final class CallTable {

    private static final Table TABLE = new Table()
            .column("calls/s", "%,.0f", each -> each.figures().calls())
            .column("±", "%.0f %%", each -> Figures.spread(each.rounds()) * 100)
            .oursByTheirs("rpcidl's, as a multiple", Figures::calls)
            .column("p50 µs", "%,.0f", each -> each.figures().p50())
            .column("p99 µs", "%,.0f", each -> each.figures().p99())
            .column("p99.9 µs", "%,.0f", each -> each.figures().p999())
            .column("CPU µs a call", "%.1f", each -> each.figures().cpu())
            .theirsByOurs("times rpcidl's", Figures::cpu)
            .column("bytes: request", "%,.0f", each -> each.bytes()[0])
            .column("reply", "%,.0f", each -> each.bytes()[1])
            .column("bytes allocated a call", "%,.0f", each -> each.figures().allocated())
            .column("errors", "%.0f", each -> each.figures().errors());

    private CallTable() {}

    static void print(PrintStream out, List<Measured> measured) {
        Measured first = measured.get(0);
        TABLE.print(out, first.operation() + ", " + first.mode().title(), measured);
    }
}
