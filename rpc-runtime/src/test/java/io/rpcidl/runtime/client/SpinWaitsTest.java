package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodTraits;
import org.junit.jupiter.api.Test;

/** Which calls have their way of waiting in common. */
class SpinWaitsTest {

    private final SpinWaits spins = new SpinWaits();

    @Test
    void callsOfOneMethodHave() {
        SpinWait get = spins.of(method("shop.v1.Shop", "get"));
        assertSame(get, spins.of(method("shop.v1.Shop", "get")), "stubs come and go");
        assertNotSame(get, spins.of(method("shop.v1.Shop", "list")));
        assertNotSame(get, spins.of(method("shop.v2.Shop", "get")));
    }

    @Test
    void namesAreKeptUpToANumber() {
        for (int i = 0; i < SpinWaits.MOST; i++) {
            assertNotNull(spins.of(method("shop.v1.Shop", "get" + i)));
        }
        assertNull(spins.of(method("shop.v1.Shop", "another")));
        assertNotNull(spins.of(method("shop.v1.Shop", "get0")));
    }

    private static MethodDescriptor<?, ?> method(String service, String name) {
        return new MethodDescriptor<>(
                service, name, MethodDescriptor.Kind.UNARY, Codecs.STRING, Codecs.STRING, MethodTraits.NONE);
    }
}
