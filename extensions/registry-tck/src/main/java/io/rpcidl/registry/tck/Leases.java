package io.rpcidl.registry.tck;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import org.junit.jupiter.api.Test;

/** Servers that die without a word, and entries that get lost. */
interface Leases {

    @Test
    default void aServerThatDiesIsListedForItsLeaseAtMost(Bench bench) throws Exception {
        Instance lives = bench.server("lives");
        Instance dies = bench.server("dies");
        Registry dying = bench.open();
        bench.open().register(lives);
        dying.register(dies);
        Seen seen = bench.watch(bench.open());
        seen.await(lives, dies);
        bench.kill(dying);
        seen.await(lives);
        seen.assertAlwaysListed(lives); // for longer than a lease: it was renewed
    }

    @Test
    default void aServerThatComesBackUnderItsIdOutlivesItsFormerLease(Bench bench) throws Exception {
        Instance before = bench.server("again");
        Instance other = bench.server("other");
        Registry dying = bench.open();
        Registry back = bench.open();
        dying.register(before);
        dying.register(other);
        Seen seen = bench.watch(bench.open());
        seen.await(before, other);
        bench.kill(dying);
        Instance after = bench.server("again");
        back.register(after);
        seen.await("the other one gone", list -> !list.contains(other)); // and with it the lease that it shared
        seen.await(after);
        Instance last = bench.server("last");
        back.register(last);
        seen.await(after, last);
    }

    @Test
    default void whatIsLostIsAnnouncedAgain(Bench bench) throws Exception {
        Instance one = bench.server("one");
        Instance two = bench.server("two");
        Registry registry = bench.open();
        Registry.Registration drained = registry.register(one);
        bench.open().register(two);
        Seen seen = bench.watch(bench.open());
        seen.await(one, two);
        drained.update(one.withWeight(0));
        seen.await(one.withWeight(0), two);
        bench.backend().forget();
        bench.watch(bench.open()).await(one.withWeight(0), two);
        seen.await(one.withWeight(0), two);
    }
}
