package io.rpcidl.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import golden.tour.Catalog;
import golden.tour.CatalogAsync;
import io.rpcidl.runtime.RpcStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What a test may not leave behind, told by running tests that do. */
@Timeout(60)
class LeftBehindTest {

    /** Not found by the build, for it is no class of a test's name. */
    static class Careless {

        @RegisterExtension
        final RpcExtension rpc = RpcExtension.serving(new CatalogService());

        @Test
        void awaitsNoAnswer(CatalogAsync catalog) {
            catalog.list();
        }

        @Test
        @SuppressWarnings("resource")
        void closesNoStream(Catalog catalog) {
            catalog.watch(Set.of()).next();
        }

        @Test
        @SuppressWarnings("resource")
        void failsFirst(Catalog catalog) {
            catalog.watch(Set.of());
            fail("for a reason of its own");
        }

        @Test
        void isTidy(Catalog catalog) {
            try (RpcStream<?> products = catalog.watch(Set.of())) {
                products.next();
            }
        }
    }

    @Test
    void aCallThatNobodyAwaitsFailsItsTest() {
        String message = failure("awaitsNoAnswer");
        assertTrue(message.contains("golden.tour.Catalog.list on the client"), message);
    }

    @Test
    void aHandlerThatGoesOnFailsItsTest() {
        String message = failure("awaitsNoAnswer");
        assertTrue(message.contains("a handler goes on after its server was closed"), message);
    }

    @Test
    void aStreamThatNobodyClosesFailsItsTest() {
        String message = failure("closesNoStream");
        assertTrue(message.contains("golden.tour.Catalog.watch on the client"), message);
    }

    @Test
    void aTestThatFailsSaysItsOwnReasonAlone() {
        assertEquals("for a reason of its own", failure("failsFirst"));
    }

    @Test
    void aTestThatLeavesNothingPasses() {
        assertEquals(List.of(), failures("isTidy"));
    }

    private static String failure(String method) {
        List<String> failures = failures(method);
        assertEquals(1, failures.size());
        return failures.get(0);
    }

    private static List<String> failures(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Careless.class, method, stub(method)))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(LeftBehindTest::message)
                .toList();
    }

    private static String stub(String method) {
        boolean blocking = Set.of("closesNoStream", "failsFirst", "isTidy").contains(method);
        return (blocking ? Catalog.class : CatalogAsync.class).getName();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage();
    }
}
