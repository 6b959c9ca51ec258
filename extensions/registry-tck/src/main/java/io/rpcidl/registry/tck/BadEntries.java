package io.rpcidl.registry.tck;

import static io.rpcidl.registry.tck.Bench.DEPOT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Entries that others have written: what is none of a server is passed over, and spoils no other. */
interface BadEntries {

    @Test
    default void anEntryThatSomebodyElseHasWrittenIsSeen(Bench bench) throws Exception {
        Instance server = bench.server("by-hand");
        Seen seen = bench.watch(bench.open());
        bench.backend().put(server.id(), server.toJson());
        seen.await(server);
    }

    @Test
    default void textThatIsNoJsonSpoilsNothing(Bench bench) throws Exception {
        spoilsNothing(bench, "not { JSON".getBytes(UTF_8));
        spoilsNothing(bench, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    }

    @Test
    default void nothingAtAllSpoilsNothing(Bench bench) throws Exception {
        spoilsNothing(bench, new byte[0]);
    }

    @Test
    default void halfAnEntrySpoilsNothing(Bench bench) throws Exception {
        spoilsNothing(bench, "{\"id\":\"bad\",\"host\":\"h\",\"po".getBytes(UTF_8));
    }

    @Test
    default void jsonOfSomethingElseSpoilsNothing(Bench bench) throws Exception {
        spoilsNothing(bench, "[1,2,3]".getBytes(UTF_8));
        spoilsNothing(bench, "{\"name\":\"bad\"}".getBytes(UTF_8));
        spoilsNothing(bench, "{\"id\":7,\"host\":[],\"port\":\"x\"}".getBytes(UTF_8));
    }

    @Test
    default void aHostWithALineBreakSpoilsNothing(Bench bench) throws Exception {
        spoilsNothing(bench, entry("h\\nx", "4000"));
    }

    @Test
    default void aPortThatIsNoneSpoilsNothing(Bench bench) throws Exception {
        spoilsNothing(bench, entry("h", "70000"));
        spoilsNothing(bench, entry("h", "0"));
        spoilsNothing(bench, entry("h", "-1"));
    }

    @Test
    default void anEntryOfTwoMegabytesSpoilsNothing(Bench bench) throws Exception {
        String service = "x".repeat(2_000_000);
        byte[] entry = ("{\"id\":\"bad\",\"host\":\"h\",\"port\":4000,\"services\":[\"shop.v1.Shop\",\"" + service
                        + "\"")
                .getBytes(UTF_8);
        spoilsNothing(bench, entry);
    }

    @Test
    default void theServerOfAnotherServiceIsNotOfThisOne(Bench bench) throws Exception {
        spoilsNothing(bench, bench.server("bad", List.of(DEPOT)).toJson());
    }

    private static byte[] entry(String host, String port) {
        return ("{\"id\":\"bad\",\"host\":\"" + host + "\",\"port\":" + port + ",\"services\":[\"shop.v1.Shop\"]}")
                .getBytes(UTF_8);
    }

    private static void spoilsNothing(Bench bench, byte[] entry) throws Exception {
        Registry registry = bench.open();
        Instance before = bench.server("before");
        Instance after = bench.server("after");
        Registry.Registration first = registry.register(before);
        Seen seen = bench.watch(bench.open());
        seen.await(before);
        try {
            bench.backend().put("bad", entry);
        } catch (IOException e) {
            Assumptions.abort("the backend itself refuses such an entry: " + e.getMessage());
        }
        Registry.Registration second = registry.register(after);
        seen.await(before, after);
        bench.watch(bench.open()).await(before, after);
        first.close();
        seen.await(after);
        seen.assertAlwaysListed(after);
        second.close();
    }
}
