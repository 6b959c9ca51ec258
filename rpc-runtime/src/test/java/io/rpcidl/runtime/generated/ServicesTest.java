package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.service.GetXRequest;
import golden.service.MissingException;
import golden.service.NothingHandlerBase;
import golden.service.Product;
import golden.service.Shop;
import golden.service.ShopAsync;
import golden.service.ShopHandlerBase;
import io.rpcidl.json.Codec;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** From a stub through JSON to a handler and back. */
class ServicesTest {

    private final LocalChannel channel = new LocalChannel(new Handler());
    private final Shop shop = Shop.stub(channel);
    private final ShopAsync async = ShopAsync.stub(channel);

    /** Answers with what it got. */
    private static final class Handler extends ShopHandlerBase {

        @Override
        public Product get(Shop.GetRequest request) {
            if (request.id().isEmpty()) {
                throw MissingException.builder("no id").id("?").build();
            }
            return new Product(request.id() + "@" + request.revision());
        }

        @Override
        public List<Product> search(Shop.SearchRequest request) {
            return List.of(new Product(request.limit() + " " + request.text() + " " + request.near()));
        }

        @Override
        public Product find(Shop.FindRequest request) {
            return request.id().isEmpty() ? null : new Product(request.id());
        }

        @Override
        public void ping(Shop.PingRequest request) {}

        @Override
        public void viewed(Shop.ViewedRequest request) {}

        @Override
        public long total(Shop.TotalRequest request) {
            return request.numbers().stream().mapToLong(Long::longValue).sum();
        }

        @Override
        public String join(Shop.JoinRequest request) {
            return String.join("+", request.parts());
        }

        @Override
        public List<String> merge(Shop.MergeRequest request) {
            return request.groups().stream().flatMap(List::stream).toList();
        }

        @Override
        public GetXRequest getX(Shop.GetXRequest request) {
            return request.old() == null ? request.request() : request.old();
        }
    }

    @Test
    void parametersGoByNameAndInOrder() {
        assertEquals(new Product("a@7"), shop.get("a", 7));
        assertEquals(List.of("get {'id':'a','revision':7}"), channel.sent());
    }

    @Test
    void parametersAreReadByNameAndByPosition() throws Exception {
        assertEquals("{'id':'a@7'}", channel.call("get", "{'revision':7,'x':[1],'id':'a'}"));
        assertEquals("{'id':'a@7'}", channel.call("get", "['a',7]"));
        assertEquals("{'id':'a@7'}", channel.call("get", "['a',7,{'surplus':[]},8]"));
        assertEquals("[{'id':'50 a null'}]", channel.call("search", "[null,'a']"));
        assertEquals("[{'id':'1 a [b]'}]", channel.call("search", "[1,'a',['b']]"));
    }

    @Test
    void missingParametersAreNamed() {
        refused(params("get"), "{'id':'a'}", "missing required member 'revision'");
        refused(params("get"), "['a']", "missing required member 'revision'");
        refused(params("get"), "[]", "missing required member 'id'");
        refused(params("get"), "{'id':'a','revision':7,'id':'b'}", "/id: duplicate member 'id'");
        refused(params("get"), "['a','x']", "/1: expected int64, got another string");
        refused(params("get"), "'a'", "expected object, got a string");
    }

    @Test
    void optionalParametersHaveAShortFormAndALongOne() {
        assertEquals(List.of(new Product("50 a null")), shop.search("a"));
        Shop.SearchRequest request = Shop.SearchRequest.builder()
                .text("a")
                .limit(1)
                .near(List.of("b"))
                .build();
        assertEquals(List.of(new Product("1 a [b]")), shop.search(request));
        assertEquals(
                List.of("search {'limit':50,'text':'a'}", "search {'limit':1,'text':'a','near':['b']}"),
                channel.sent());
    }

    @Test
    void aResultMayBeAbsentOrNothing() throws Exception {
        assertNull(shop.find(""));
        assertEquals(new Product("a"), shop.find("a"));
        shop.ping();
        assertEquals("null", channel.call("ping", "{}"));
        assertEquals("null", channel.call("ping", "[1,2]"));
    }

    @Test
    void theParametersOfAVariadicMethodAreTheArray() throws Exception {
        assertEquals(6, shop.total(1, 2, 3));
        assertEquals(0, shop.total());
        assertEquals("a+b", shop.join("a", "b"));
        assertEquals(List.of("a", "b", "c"), shop.merge(List.of(List.of("a"), List.of("b", "c"))));
        assertEquals(
                List.of("example_method [1,2,3]", "example_method []", "join ['a','b']", "merge [['a'],['b','c']]"),
                channel.sent());
        assertEquals("6", channel.call("example_method", "{'values':[1,2,3],'x':1}"));
        refused(params("example_method"), "{}", "missing required member 'values'");
        refused(params("example_method"), "[1,null]", "/1: expected int64, got null");
    }

    @Test
    void aStructMayBeCalledAsTheParametersOfAMethod() {
        GetXRequest one = new GetXRequest("1");
        GetXRequest two = new GetXRequest("2");
        assertEquals(one, shop.getX(one));
        assertEquals(
                two, shop.getX(Shop.GetXRequest.builder().request(one).old(two).build()));
    }

    @Test
    void aDeclaredErrorReachesTheCallerAsItsException() {
        MissingException error = assertThrows(MissingException.class, () -> shop.get("", 1));
        assertEquals("?", error.id());
        assertEquals("NOT_FOUND: no id", error.getMessage());
    }

    @Test
    void theAsyncStubDoesTheSameLater() {
        assertEquals(new Product("a@7"), async.get("a", 7).join());
        assertEquals(6, async.total(1, 2, 3).join());
        assertNull(async.ping().join());
        assertEquals(List.of(new Product("50 a null")), async.search("a").join());
        CompletionException failure =
                assertThrows(CompletionException.class, () -> async.get("", 1).join());
        assertInstanceOf(MissingException.class, failure.getCause());
    }

    @Test
    void theBaseClassAnswersThatAMethodIsNotImplemented() {
        RpcException failure = assertThrows(RpcException.class, () -> shop.restock(Map.of("a", 1)));
        assertEquals(StatusCode.UNIMPLEMENTED, failure.code());
    }

    @Test
    void aServiceKnowsItsNamesOnTheWireAndWhichMethodsAreNeverAnswered() {
        NothingHandlerBase nothing = new NothingHandlerBase() {};
        assertEquals("nothing_at_all", nothing.definition_().name());
        assertEquals(List.of(), nothing.definition_().bindings());
        assertEquals("golden.service.Shop.viewed", binding("viewed").method().fullName());
        assertEquals(MethodDescriptor.Kind.ONEWAY, binding("viewed").method().kind());
        assertEquals(MethodDescriptor.Kind.UNARY, binding("ping").method().kind());
    }

    private static Codec<?> params(String method) {
        return binding(method).method().params();
    }

    private static Binding<?, ?> binding(String method) {
        return new Handler()
                .definition_().bindings().stream()
                        .filter(each -> each.method().methodName().equals(method))
                        .findFirst()
                        .orElseThrow();
    }
}
