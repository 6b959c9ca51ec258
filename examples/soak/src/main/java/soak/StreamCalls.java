package soak;

import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.RpcStream;
import java.util.List;
import java.util.stream.IntStream;
import soak.v1.Parcel;

/** The calls of a worker that are streams. */
final class StreamCalls {

    private static final int LONGEST = 300; // items: more than a reader gives credit for at once
    private static final int ENDLESS = Integer.MAX_VALUE;

    private StreamCalls() {}

    private static List<Parcel> parcels(String token, int count) {
        return IntStream.range(0, count).mapToObj(i -> Service.parcel(token, i)).toList();
    }

    static void count(Calls calls) throws InterruptedException {
        String token = calls.token();
        int items = calls.random.nextInt(LONGEST);
        if (calls.random.nextBoolean()) {
            try (RpcStream<Parcel> stream = calls.soak.count(token, items)) {
                read(stream, token, items);
                Wrong.unless(!stream.hasNext(), "more than " + items + " items");
            }
        } else {
            Collector<Parcel> collector = new Collector<>(-1);
            calls.async.count(token, items).subscribe(collector);
            Wrong.unlessEqual(parcels(token, items), Calls.get(collector.all));
        }
    }

    private static void read(RpcStream<Parcel> stream, String token, int items) {
        for (int i = 0; i < items; i++) {
            Wrong.unless(stream.hasNext(), "ended after " + i + " of " + items + " items");
            Wrong.unlessEqual(Service.parcel(token, i), stream.next());
        }
    }

    /** A stream without an end, which its reader leaves. */
    static void leave(Calls calls) throws InterruptedException {
        String token = calls.token();
        int items = calls.random.nextInt(1, LONGEST);
        if (calls.random.nextBoolean()) {
            try (RpcStream<Parcel> stream = calls.soak.count(token, ENDLESS)) {
                read(stream, token, items);
            }
        } else {
            Collector<Parcel> collector = new Collector<>(items);
            calls.async.count(token, ENDLESS).subscribe(collector);
            Wrong.unlessEqual(parcels(token, items), Calls.get(collector.all));
        }
    }

    static void gather(Calls calls) throws InterruptedException {
        String token = calls.token();
        List<Parcel> parcels = parcels(token, calls.random.nextInt(LONGEST));
        String reply;
        if (calls.random.nextBoolean()) {
            try (ItemSink<Parcel, String> sink = calls.soak.gather(token)) {
                parcels.forEach(sink::send);
                reply = sink.finish();
            }
        } else {
            reply = Calls.get(calls.async.gather(token, new ListPublisher<>(parcels)));
        }
        Wrong.unlessEqual(token + " x " + parcels.size(), reply);
    }

    static void chat(Calls calls) throws InterruptedException {
        String token = calls.token();
        List<Parcel> parcels = parcels(token, calls.random.nextInt(1, LONGEST));
        if (calls.random.nextBoolean()) {
            try (BidiStream<Parcel, Parcel> chat = calls.soak.chat(token)) {
                for (Parcel each : parcels) {
                    chat.send(each);
                    Wrong.unless(chat.hasNext(), "ended before " + each.text());
                    Wrong.unlessEqual(each, chat.next());
                }
                chat.finish();
                Wrong.unless(!chat.hasNext(), "more than was sent");
            }
        } else {
            Collector<Parcel> collector = new Collector<>(-1);
            calls.async.chat(token, new ListPublisher<>(parcels)).subscribe(collector);
            Wrong.unlessEqual(parcels, Calls.get(collector.all));
        }
    }
}
