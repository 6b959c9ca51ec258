package io.rpcidl.junit;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does to some calls what networks and servers do: for tests, and for trials of a system that is not the real one. It may
 * stand on a client or on a server, and strikes unary calls and streams alike; several of them are several filters. What
 * it says of itself, {@link #toString}, is enough to do the same again. Safe for any number of threads.
 *
 * <pre>{@code
 * FaultFilter faults = FaultFilter.failing(StatusCode.UNAVAILABLE).of("shop.v1.Shop.get").first(2);
 * RpcClient client = RpcClient.builder(target).filter(faults).build();
 * }</pre>
 *
 * On a client it stands before the choice of a server: what it fails does not go to another one. A call that a server's
 * filter fails as not processed does.
 *
 * <p>It needs nothing of JUnit, which this module does not bring along: a system on trial may have it without.
 */
public final class FaultFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(FaultFilter.class);

    /** What happens to a call, in words, and the filter that does it. */
    private record Fault(String name, Filter strike) {}

    /** Which calls it happens to: a share of those of some methods, or of all where none is named, {@code most} in all. */
    private record Choice(List<String> methods, double share, long seed, long most) {}

    private final Fault fault;
    private final Choice choice;
    private final Random random;
    private final AtomicLong struck = new AtomicLong();

    private FaultFilter(Fault fault, Choice choice) {
        this.fault = fault;
        this.choice = choice;
        this.random = new Random(choice.seed());
    }

    private static FaultFilter always(String name, Filter strike) {
        return new FaultFilter(new Fault(name, strike), new Choice(List.of(), 1, 0, Long.MAX_VALUE));
    }

    /** Lets calls wait before they go on; one whose time is over before ends with {@code DEADLINE_EXCEEDED}. */
    public static FaultFilter delaying(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("negative: " + time);
        }
        return always("delays by " + time, (call, next) -> Held.call(call, next, time));
    }

    /** Fails calls with a code, as ones that nobody has carried out. */
    public static FaultFilter failing(StatusCode code) {
        return failing(Status.notProcessed(code, "an injected fault"));
    }

    /** Fails calls with a status, instead of passing them on. */
    public static FaultFilter failing(Status status) {
        Reply failure = new Reply.Failure(status);
        return always("fails with " + status, (call, next) -> CompletableFuture.completedFuture(failure));
    }

    /**
     * Never passes calls on and never answers them: they end with {@code DEADLINE_EXCEEDED} when their time is over, or when
     * they are cancelled. A stream without a deadline waits for the latter. A oneway call is lost, and its caller not told.
     */
    public static FaultFilter dropping() {
        return always("drops", (call, next) -> Held.dropped(call));
    }

    /**
     * Breaks streams off with a status behind some items: those of the answer, or where the answer is none the caller's. A
     * stream that has no more is left alone, and so are calls without items.
     *
     * @param items how many get through, 0 or more
     */
    public static FaultFilter breaking(Status status, int items) {
        if (items < 0) {
            throw new IllegalArgumentException("negative: " + items);
        }
        return always(
                "breaks with " + status + " behind " + items + " items",
                (call, next) -> BrokenItems.call(call, next, status, items));
    }

    /** Returns one that strikes calls of some methods only, such as {@code shop.v1.Shop.get}: the names are those on the wire. */
    public FaultFilter of(String... fullNames) {
        return with(new Choice(List.of(fullNames), choice.share(), choice.seed(), choice.most()));
    }

    /** Returns one that strikes a share of the calls, 0 to 1, by chance; the seed is written to the log. */
    public FaultFilter share(double part) {
        FaultFilter filter = share(part, ThreadLocalRandom.current().nextLong());
        LOG.info("{}", filter);
        return filter;
    }

    /** Returns one that strikes a share of the calls, 0 to 1: the same ones, in the order of their coming, for the same seed. */
    public FaultFilter share(double part, long seed) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("not in 0 to 1: " + part);
        }
        return with(new Choice(choice.methods(), part, seed, choice.most()));
    }

    /**
     * Returns one that strikes so many calls, then no more. One that is chosen counts, also if nothing comes of it: a stream that
     * ends before it is to break.
     */
    public FaultFilter first(long calls) {
        return with(new Choice(choice.methods(), choice.share(), choice.seed(), calls));
    }

    private FaultFilter with(Choice newChoice) {
        return new FaultFilter(fault, newChoice);
    }

    /** Returns how many calls it has struck. */
    public long struck() {
        return struck.get();
    }

    @Override
    public CompletableFuture<Reply> apply(Call call, Invoker next) {
        return strikes(call) ? fault.strike().apply(call, next) : next.invoke(call);
    }

    private boolean strikes(Call call) {
        if (!choice.methods().isEmpty()
                && !choice.methods().contains(call.method().fullName())) {
            return false;
        }
        if (choice.share() < 1 && random.nextDouble() >= choice.share()) {
            return false;
        }
        return struck.getAndUpdate(count -> Math.min(count + 1, choice.most())) < choice.most();
    }

    /** Returns what it does, to which calls, and the seed of chance. */
    @Override
    public String toString() {
        String methods = choice.methods().isEmpty() ? "" : " of " + String.join(", ", choice.methods());
        String most = choice.most() == Long.MAX_VALUE ? "" : ", the first " + choice.most();
        String share = choice.share() == 1 ? "" : ", " + choice.share() + " of the calls with seed " + choice.seed();
        return fault.name() + methods + share + most;
    }
}
