package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.service.FakeShop;
import golden.service.MissingException;
import golden.service.Product;
import golden.service.Shop;
import golden.streams.FakeTable;
import golden.streams.Row;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Generated fakes, used as a test of somebody who calls the service uses them. */
@Timeout(30)
class FakesTest {

    @Test
    void whatIsSetAnswers() {
        FakeShop fake = new FakeShop()
                .onGet(request -> new Product(request.id()))
                .onPing(request -> {})
                .onSearch(request -> List.of(new Product(request.text() + request.limit())));
        Shop shop = fake.stub();
        assertEquals(new Product("a"), shop.get("a", 1));
        shop.ping();
        assertEquals(List.of(new Product("x50")), shop.search("x"));
        assertEquals(new Product("b"), fake.asyncStub().get("b", 2).join());
        assertEquals(
                List.of(
                        new Shop.GetRequest("a", 1),
                        new Shop.PingRequest(),
                        new Shop.SearchRequest("x"),
                        new Shop.GetRequest("b", 2)),
                fake.calls());
    }

    @Test
    void theLastAnswerCounts() {
        FakeShop fake = new FakeShop().onFind(request -> null);
        assertEquals(null, fake.stub().find("a"));
        fake.onFind(request -> new Product("b"));
        assertEquals(new Product("b"), fake.stub().find("a"));
    }

    @Test
    void whatIsNotSetSaysSo() {
        RpcException failure =
                assertThrows(RpcException.class, () -> new FakeShop().stub().now());
        assertEquals(StatusCode.UNIMPLEMENTED, failure.code());
        assertEquals(
                "the fake has no answer for golden.service.Shop.now",
                failure.status().message());
    }

    @Test
    void errorsArriveAsTheContractSays() {
        FakeShop fake = new FakeShop().onGet(request -> {
            throw MissingException.builder("none").id(request.id()).build();
        });
        MissingException missing =
                assertThrows(MissingException.class, () -> fake.stub().get("a", 1));
        assertEquals("a", missing.id());
        CompletionException later = assertThrows(
                CompletionException.class, () -> fake.asyncStub().get("c", 1).join());
        Shop.GetError error = Shop.GetError.of(later);
        assertEquals(
                "c",
                assertInstanceOf(Shop.GetError.Missing.class, error).error().id());
        Shop.GetError bug = Shop.GetError.of(new IllegalStateException("a bug"));
        assertEquals(
                StatusCode.UNKNOWN,
                assertInstanceOf(Shop.GetError.Other_.class, bug).error().code());
    }

    @Test
    void streamsToo() {
        FakeTable fake = new FakeTable()
                .onWatch((request, out) -> request.keys().forEach(key -> out.write(new Row(key, 1))))
                .onUpload((request, rows) -> {
                    List<Row> all = new ArrayList<>();
                    rows.forEachRemaining(all::add);
                    return (long) all.size();
                });
        try (var rows = fake.stub().watch(Set.of("a"))) {
            assertEquals(new Row("a", 1), rows.next());
        }
        try (var rows = fake.stub().upload()) {
            rows.send(new Row("a", 1));
            assertEquals(1, rows.finish());
        }
    }
}
