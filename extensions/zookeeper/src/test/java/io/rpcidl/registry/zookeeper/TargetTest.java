package io.rpcidl.registry.zookeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.1:2181                              | 10.0.0.1:2181           | /rpcidl  | PT10S
            10.0.0.1:2181/                             | 10.0.0.1:2181           | /rpcidl  | PT10S
            zk://a:1,b:2/shop                          | a:1,b:2                 | /shop    | PT10S
            a:1,[::1]:2/shop/north/?session=1500ms     | a:1,[::1]:2             | /shop/north | PT1.5S
            a:1/shop?session=4s                        | a:1                     | /shop    | PT4S
            a:1?session=2m                             | a:1                     | /rpcidl  | PT2M
            """)
    void saysWhichZooKeeperAndWhereInIt(String text, String servers, String path, Duration session) {
        Target target = Target.parse(text);
        assertEquals(servers, target.connectString());
        assertEquals(path, target.path());
        assertEquals(session, target.session());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/path",
                "host",
                "host:0",
                "host:2181,",
                "host:2181/a//b",
                "host:2181/a/../b",
                "host:2181/a b",
                "host:2181/.",
                "user:password@host:2181",
                "host:2181/a?session=10",
                "host:2181/a?session=1ms",
                "host:2181/a?session=11m",
                "host:2181/a?digest=user:password"
            })
    void saysWhatIsWrongWithATargetThatIsNone(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Target.parse(text))
                .getMessage();
        assertEquals(1, message.lines().count());
    }

    @Test
    void isFoundByItsScheme() {
        try (Registry registry = Registries.open("zk://127.0.0.1:1/shop?session=5s")) {
            assertTrue(registry instanceof ZooKeeperRegistry);
            assertEquals("zk://127.0.0.1:1/shop", registry.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"a,a", "10.0.0.7:4000,10.0.0.7:4000", "a/b,a%2Fb", "..,%2E%2E", ".,%2E", "...,...", "%2F,%252F"})
    void anIdIsTheNameOfANode(String id, String name) {
        assertEquals(name, Node.name(id));
    }

    @Test
    void aNameOfSomebodyElseBreaksNoLineOfALog() {
        assertEquals("a?b?c", Node.printable("a\nb\u202ec"));
    }
}
