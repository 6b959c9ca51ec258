package benchmark.compare;

import java.util.List;

/** Who is measured, how and how long. */
record Plan(List<PeerFiles> peers, List<Mode> modes, int rounds, long roundMillis, long warmUpMillis) {}
