package io.rpcidl.junit;

import io.rpcidl.junit.testing.Trial;
import io.rpcidl.junit.testing.TrialHandler;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Carries out what gets through to it. */
class TrialService implements TrialHandler {

    /** Calls of {@code echo}. */
    final AtomicInteger echoes = new AtomicInteger();

    /** Texts of {@code note} calls. */
    final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

    @Override
    public String echo(Trial.EchoRequest request) {
        echoes.incrementAndGet();
        return request.text();
    }

    @Override
    public long add(Trial.AddRequest request) {
        return request.numbers().stream().reduce(0L, Math::addExact);
    }

    @Override
    public void note(Trial.NoteRequest request) {
        notes.add(request.text());
    }

    @Override
    public void count(Trial.CountRequest request, ItemWriter<Long> out) {
        for (long i = 0; i < request.most(); i++) {
            out.write(i);
        }
    }

    @Override
    public long sum(Trial.SumRequest request, RpcStream<Long> numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return sum;
    }

    @Override
    public void repeat(Trial.RepeatRequest request, RpcStream<String> texts, ItemWriter<String> out) {
        texts.forEachRemaining(out::write);
    }
}
