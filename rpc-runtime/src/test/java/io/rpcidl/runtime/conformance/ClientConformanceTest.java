package io.rpcidl.runtime.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code docs/conformance} that are about clients, against ours. */
class ClientConformanceTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        return Case.all().stream()
                .filter(each -> each.chapter().equals(Case.CLIENT))
                .map(each -> each.test(ClientPlayer::play));
    }
}
