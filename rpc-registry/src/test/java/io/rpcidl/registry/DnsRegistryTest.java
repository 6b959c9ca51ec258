package io.rpcidl.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DnsRegistryTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private NameServer dns;
    private final Seen seen = new Seen();

    @BeforeEach
    void start() throws IOException {
        dns = new NameServer();
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void allAddressesOfANameAreServers() throws InterruptedException {
        dns.set("shop.test", "A", "10.0.0.2", "10.0.0.1").set("shop.test", "AAAA", "2001:db8::7");
        try (DnsRegistry registry = new DnsRegistry(dns.target("shop.test:4000"))) {
            registry.watch("shop.v1.Shop", seen);
            assertEquals(
                    List.of("shop.test/10.0.0.1:4000", "shop.test/10.0.0.2:4000", "shop.test/2001:db8::7:4000"),
                    seen.endpoints());
        }
    }

    @Test
    void serversKeepTheNameThatTlsChecks() throws InterruptedException {
        dns.set("shop.test", "A", "10.0.0.1");
        try (DnsRegistry registry = new DnsRegistry(dns.target("shop.test:4000"))) {
            registry.watchAll(seen);
            Endpoint endpoint = ((Instance) ((List<?>) seen.next()).get(0)).endpoint();
            assertEquals(new Endpoint("shop.test", 4000, "10.0.0.1"), endpoint);
        }
    }

    @Test
    void srvRecordsOfTheLowestPrioritySayPortAndWeight() throws InterruptedException {
        dns.set("_shop._tcp.test", "SRV", "1 60 4001 b.test", "1 0 4000 a.test", "2 100 4002 c.test")
                .set("a.test", "A", "10.0.0.1")
                .set("b.test", "A", "10.0.0.2")
                .set("c.test", "A", "10.0.0.3");
        try (DnsRegistry registry = new DnsRegistry(dns.target("_shop._tcp.test"))) {
            registry.watch("shop.v1.Shop", seen);
            List<?> servers = (List<?>) seen.next();
            assertEquals(
                    List.of(
                            Instance.at(new Endpoint("a.test", 4000, "10.0.0.1"))
                                    .withWeight(1),
                            Instance.at(new Endpoint("b.test", 4001, "10.0.0.2"))
                                    .withWeight(60)),
                    servers);
        }
    }

    @Test
    void aRecordThatIsNoneSpoilsNoOther() throws InterruptedException {
        dns.set("_shop._tcp.test", "SRV", "1 1 4000 a.test", "1 1 4001 gone.test", "1 1 0 b.test")
                .set("a.test", "A", "10.0.0.1")
                .set("b.test", "A", "10.0.0.2");
        try (DnsRegistry registry = new DnsRegistry(dns.target("_shop._tcp.test"))) {
            registry.watch("shop.v1.Shop", seen);
            assertEquals(List.of("a.test/10.0.0.1:4000"), seen.endpoints());
        }
    }

    @Test
    void saysWhyWhereNoRecordIsOfUse() throws InterruptedException {
        dns.set("_shop._tcp.test", "SRV", "1 1 4001 gone.test");
        try (DnsRegistry registry = new DnsRegistry(dns.target("_shop._tcp.test"))) {
            registry.watch("shop.v1.Shop", seen);
            String reason = (String) seen.next();
            assertTrue(reason.endsWith("none of the servers that it names has an address"), reason);
        }
    }

    @Test
    void looksAgainAfterAWhileAndTellsChangesOnly() throws InterruptedException {
        dns.set("shop.test", "A", "10.0.0.1");
        try (DnsRegistry registry = new DnsRegistry(dns.target("shop.test:4000"), AT_ONCE, AT_ONCE)) {
            registry.watch("shop.v1.Shop", seen);
            assertEquals(List.of("shop.test/10.0.0.1:4000"), seen.endpoints());
            for (int before = dns.questions(); dns.questions() < before + 6; ) {
                Thread.onSpinWait();
            }
            seen.assertNothingMore();
            dns.set("shop.test", "A", "10.0.0.9");
            assertEquals(List.of("shop.test/10.0.0.9:4000"), seen.endpoints());
        }
    }

    @Test
    void looksAtOnceWhenNoServerCouldBeReached() throws InterruptedException {
        dns.set("shop.test", "A", "10.0.0.1");
        try (DnsRegistry registry = new DnsRegistry(dns.target("shop.test:4000"), NEVER, AT_ONCE)) {
            Registry.Watch watch = registry.watch("shop.v1.Shop", seen);
            assertEquals(List.of("shop.test/10.0.0.1:4000"), seen.endpoints());
            dns.set("shop.test", "A", "10.0.0.9");
            watch.refresh();
            assertEquals(List.of("shop.test/10.0.0.9:4000"), seen.endpoints());
        }
    }

    @Test
    void isAskedAtMostSoOftenHoweverManyServersFail() throws InterruptedException {
        dns.set("shop.test", "A", "10.0.0.1");
        try (DnsRegistry registry = new DnsRegistry(dns.target("shop.test:4000"), NEVER, NEVER)) {
            Registry.Watch watch = registry.watch("shop.v1.Shop", seen);
            seen.endpoints();
            int before = dns.questions();
            for (int i = 0; i < 1_000; i++) {
                watch.refresh();
            }
            assertEquals(before, dns.questions());
        }
    }

    @Test
    void saysWhyNothingIsKnownAndGoesOn() throws InterruptedException {
        try (DnsRegistry registry = new DnsRegistry(dns.target("shop.test:4000"), Duration.ofMillis(50), AT_ONCE)) {
            registry.watch("shop.v1.Shop", seen);
            String reason = (String) seen.next();
            assertTrue(reason.endsWith("/shop.test:4000: no such name in the DNS"), reason);
            dns.set("shop.test", "A", "10.0.0.1");
            Object next = seen.next();
            while (next instanceof String) {
                next = seen.next();
            }
            assertEquals(List.of(Instance.at(new Endpoint("shop.test", 4000, "10.0.0.1"))), next);
        }
    }

    @Test
    void aNameThatIsGoneLeavesWhatWasKnown() throws InterruptedException {
        dns.set("shop.test", "A", "10.0.0.1");
        try (DnsRegistry registry = new DnsRegistry(dns.target("shop.test:4000"), Duration.ofMillis(50), AT_ONCE)) {
            registry.watch("shop.v1.Shop", seen);
            seen.endpoints();
            dns.forget("shop.test", "A");
            assertTrue(seen.next() instanceof String);
        }
    }

    @Test
    void thisMachinesResolverIsAskedWhereNoServerIsNamed() throws InterruptedException {
        try (Registry registry = Registries.open("dns://localhost:4000")) {
            registry.watch("shop.v1.Shop", seen);
            assertTrue(seen.endpoints().contains("localhost/127.0.0.1:4000"));
        }
    }

    @Test
    void refusesWhatIsNoName() {
        for (String wrong : List.of("", "a b", "shop.test:70000", "shop.test:x", "10.0.0.1/")) {
            assertThrows(IllegalArgumentException.class, () -> Registries.open("dns://" + wrong), wrong);
        }
    }
}
