package io.rpcidl.registry.zookeeper;

import static io.rpcidl.registry.zookeeper.Servers.SHOP;
import static io.rpcidl.registry.zookeeper.Servers.server;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Three ZooKeepers, of which some are killed or stand still: nobody is missed meanwhile, and changes come through, then or later. */
@EnabledIfSystemProperty(named = "long", matches = "true")
@Timeout(180)
class EnsembleFaultsTest {

    private static final Duration USUAL = Duration.ofSeconds(10); // what users have who say nothing of it
    private static final Duration FROZEN = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Seen seen = new Seen();
    private final Instance one = server("one");
    private final Instance two = server("two");
    private Ensemble ensemble;
    private ZooKeeperBackend backend;
    private Registry announcing;
    private Registry.Registration registration;

    @BeforeEach
    void start() throws Exception {
        ensemble = Ensemble.start(folder);
        backend = new ZooKeeperBackend(USUAL, ensemble.ports());
        announcing = backend.open();
        registration = announcing.register(one);
        backend.open().register(two);
        backend.open().watch(SHOP, seen);
        seen.await(one, two);
    }

    @AfterEach
    void stop() throws Exception {
        try {
            backend.close();
        } finally {
            ensemble.close();
        }
    }

    @Test
    void nobodyIsMissedWhileOneAfterTheOtherIsKilledAndBack() throws Exception {
        for (int member = 0; member < Ensemble.SIZE; member++) {
            ensemble.kill(member);
            changeIsSeen(10 * member + 1);
            ensemble.start(member);
            ensemble.awaitUp();
            changeIsSeen(10 * member + 2);
        }
        assertNothingElseWasTold();
    }

    @Test
    void changesFollowWhenAMajorityIsBack() throws Exception {
        int leader = ensemble.leader();
        int follower = ensemble.followers().get(0);
        ensemble.kill(leader);
        ensemble.kill(follower);
        registration.update(one.withWeight(7));
        Seen newcomer = new Seen();
        backend.open().watch(SHOP, newcomer);
        newcomer.awaitUnreachable();
        TimeUnit.NANOSECONDS.sleep(USUAL.toNanos()); // longer than a session is what is tried here
        ensemble.start(leader);
        ensemble.start(follower);
        ensemble.awaitUp();
        seen.await(one.withWeight(7), two);
        newcomer.await(one.withWeight(7), two);
        changeIsSeen(8);
        assertNothingElseWasTold();
    }

    @Test
    void aLeaderThatStandsStillIsLeft() throws Exception {
        standStill(ensemble.leader());
    }

    @Test
    void aFollowerThatStandsStillIsLeft() throws Exception {
        standStill(ensemble.followers().get(0));
    }

    private void standStill(int member) throws Exception {
        ensemble.freeze(member, true);
        long end = System.nanoTime() + FROZEN.toNanos();
        try {
            for (int weight = 1; System.nanoTime() < end; weight++) {
                changeIsSeen(weight);
                TimeUnit.MILLISECONDS.sleep(200); // changes, now and then
            }
        } finally {
            ensemble.freeze(member, false);
        }
        changeIsSeen(9_999);
        assertNothingElseWasTold();
    }

    @Test
    void allOfThemStandStillAndGoOn() throws Exception {
        for (int member = 0; member < Ensemble.SIZE; member++) {
            ensemble.freeze(member, true);
        }
        registration.update(one.withWeight(3));
        TimeUnit.NANOSECONDS.sleep(FROZEN.toNanos()); // is what is tried here
        for (int member = 0; member < Ensemble.SIZE; member++) {
            ensemble.freeze(member, false);
        }
        seen.await(one.withWeight(3), two);
        changeIsSeen(4);
        assertNothingElseWasTold();
    }

    private void changeIsSeen(int weight) throws InterruptedException {
        registration.update(one.withWeight(weight));
        seen.await(one.withWeight(weight), two);
    }

    private void assertNothingElseWasTold() {
        seen.assertNobodyMissed(one, two);
        assertFalse(seen.isUnreachable(), "what was known stays valid");
    }
}
