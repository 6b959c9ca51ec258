package soak;

import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import soak.v1.Parcel;
import soak.v1.RefusedException;
import soak.v1.Soak;
import soak.v1.SoakHandler;

/** What all servers do. Its callers live in the same JVM, so that it can tell them which oneway calls have arrived. */
final class Service implements SoakHandler {

    /** For how long those sleep whose callers do not wait: by then the news is here, unless it has been lost on its way. */
    static final int TOO_LONG_MILLIS = 8_000;

    private final Map<String, CountDownLatch> expected = new ConcurrentHashMap<>();
    private final Set<String> overslept = ConcurrentHashMap.newKeySet();
    private final AtomicInteger running = new AtomicInteger();

    /** Returns how many handlers run that wait or write for long: each ends once nobody waits for it. */
    int running() {
        return running.get();
    }

    /** Returns the tokens of calls that should have been told, within so long a time, that nobody waits. */
    Set<String> overslept() {
        return overslept;
    }

    /** Returns what is counted down when a note arrives; {@link #forget} it afterwards. */
    CountDownLatch expect(String token) {
        CountDownLatch arrived = new CountDownLatch(1);
        expected.put(token, arrived);
        return arrived;
    }

    void forget(String token) {
        expected.remove(token);
    }

    /** Returns a text that only a token's owner expects: characters of one to four bytes, and such as JSON escapes. */
    static String text(String token, int length) {
        String piece = token + " \"\\\n é 中 😀 ";
        return piece.repeat(length / piece.length() + 1);
    }

    @Override
    public Parcel echo(Soak.EchoRequest request) {
        return request.parcel();
    }

    @Override
    public Parcel refuse(Soak.RefuseRequest request) {
        throw RefusedException.builder("as it should").token(request.token()).build();
    }

    @Override
    public String sleep(Soak.SleepRequest request) {
        CountDownLatch cancelled = new CountDownLatch(1);
        ServerCall.current().onCancel(cancelled::countDown);
        running.incrementAndGet();
        try {
            if (!cancelled.await(request.millis(), TimeUnit.MILLISECONDS) && request.millis() == TOO_LONG_MILLIS) {
                overslept.add(request.token());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.decrementAndGet();
        }
        return request.token();
    }

    @Override
    public void note(Soak.NoteRequest request) {
        CountDownLatch arrived = expected.get(request.token());
        if (arrived != null) {
            arrived.countDown();
        }
    }

    @Override
    public void count(Soak.CountRequest request, ItemWriter<Parcel> out) {
        running.incrementAndGet();
        try {
            for (int i = 0; i < request.items(); i++) {
                out.write(parcel(request.token(), i));
            }
        } finally {
            running.decrementAndGet();
        }
    }

    /** Returns the parcel of a number. */
    static Parcel parcel(String token, int number) {
        return Parcel.builder().token(token).text(token + "/" + number).build();
    }

    @Override
    public String gather(Soak.GatherRequest request, RpcStream<Parcel> parcels) {
        running.incrementAndGet();
        try {
            int count = 0;
            while (parcels.hasNext()) {
                Parcel next = parcels.next();
                if (!next.equals(parcel(request.token(), count))) {
                    return "expected number " + count + " of " + request.token() + ", got " + next;
                }
                count++;
            }
            return request.token() + " x " + count;
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void chat(Soak.ChatRequest request, RpcStream<Parcel> parcels, ItemWriter<Parcel> out) {
        running.incrementAndGet();
        try {
            parcels.forEachRemaining(out::write);
        } finally {
            running.decrementAndGet();
        }
    }
}
