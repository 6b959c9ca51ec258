package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.read;
import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.constraints.Choice;
import golden.constraints.Percent;
import golden.constraints.Product;
import golden.constraints.ProductId;
import golden.constraints.Shop;
import golden.constraints.ShopHandlerBase;
import golden.constraints.TypeCodecs_.ChoiceCodec_;
import golden.constraints.TypeCodecs_.ProductCodec_;
import golden.constraints.TypeCodecs_.WrongCodec_;
import golden.constraints.WrongException;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.ConstraintException;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.Patch;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints are checked when a value is built and when it is read. */
class ConstraintsTest {

    private static final String RIGHT = "{'id':'ABC-1','product-name':'name','single':0.1,'long':5}";

    private static Product.Builder right() {
        return Product.builder()
                .id(new ProductId("ABC-1"))
                .name("name")
                .single(0.1f)
                .long_(5)
                .size(1);
    }

    @Test
    void whatHoldsIsTaken() {
        Product product = right().weight(BigDecimal.ZERO)
                .tags(List.of("abc", "d"))
                .labels(Map.of("a", 1))
                .ids(Set.of(new ProductId("XYZ-9")))
                .thumbnail(Bytes.utf8("1234"))
                .deep(List.of(Arrays.asList(null, 9)))
                .note(Patch.of("abc"))
                .build();
        same(
                ProductCodec_.INSTANCE,
                product,
                "{'id':'ABC-1','product-name':'name','discount':5,'weight':'0','ratio':0.1,'single':0.1,'long':'5',"
                        + "'tags':['abc','d'],'labels':{'a':1},'ids':['XYZ-9'],'thumbnail':'MTIzNA==',"
                        + "'deep':[[null,9]],'note':'abc','size':1}");
        assertEquals(5, read(ProductCodec_.INSTANCE, RIGHT).long_());
    }

    @Test
    void whatIsBuiltIsChecked() {
        built(
                "expected 1..5 code points, got 6",
                "/product-name",
                () -> right().name("longer").build());
        built(
                "expected a number in 0..",
                "/weight",
                () -> right().weight(new BigDecimal("-0.1")).build());
        built(
                "expected a number in 0.1..0.9",
                "/ratio",
                () -> right().ratio(0.91).build());
        built(
                "expected ..2 elements, got 3",
                "/tags",
                () -> right().tags(List.of("a", "b", "c")).build());
        built(
                "expected 1..3 code points, got 0",
                "/tags/1",
                () -> right().tags(List.of("a", "")).build());
        built(
                "expected a number in 1..",
                "/labels/a",
                () -> right().labels(Map.of("a", 0)).build());
        built(
                "expected 1..4 bytes, got 0",
                "/thumbnail",
                () -> right().thumbnail(Bytes.EMPTY).build());
        built(
                "expected ..3 code points, got 4",
                "/note",
                () -> right().note(Patch.of("abcd")).build());
        built("expected a number in 1..", "/size", () -> right().size(0).build());
        built("expected a text of the pattern [A-Z]{3}-[0-9]+", "", () -> new ProductId("abc-1"));
        built("expected a number in 0..100", "", () -> new Percent(101));
        built("expected 2..2 code points, got 1", "", () -> Choice.code("a"));
        built(
                "expected 1..9 code points, got 0",
                "/why",
                () -> WrongException.builder("").why("").build());
    }

    private static void built(String violation, String pointer, Executable build) {
        ConstraintException refusal = assertThrows(ConstraintException.class, build);
        assertEquals(violation, refusal.violation());
        assertEquals(pointer, refusal.pointer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'product-name':'name'|'product-name':'longer'|/product-name: expected 1..5 code points, got 6",
                "'long':5|'long':6|/long: expected a number in -5..5",
                "'single':0.1|'single':0.11|/single: expected a number in ..0.1",
                "'ABC-1'|'ABC-x'|/id: expected a text of the pattern [A-Z]{3}-[0-9]+",
                "'long':5|'long':5,'discount':101|/discount: expected a number in 0..100",
                "'long':5|'long':5,'ids':['AAA-1','b']|/ids/1: expected a text of the pattern [A-Z]{3}-[0-9]+",
                "'long':5|'long':5,'labels':{'A':1}|/labels/key: expected a text of the pattern [a-z]+",
                "'long':5|'long':5,'deep':[[],[1,10]]|/deep/1/1: expected a number in ..9",
                "'long':5|'long':5,'huge':'100000000000000000001'|/huge: expected a number in ..100000000000000000000",
                "'long':5|'long':5,'note':'abcd'|/note: expected ..3 code points, got 4",
            })
    void whatIsReadIsChecked(String part, String wrong, String message) {
        refused(ProductCodec_.INSTANCE, RIGHT.replace(part.replace("''", "'"), wrong), message);
    }

    @Test
    void unionsAndErrorsToo() {
        refused(ChoiceCodec_.INSTANCE, "{'code':'abc'}", "/code: expected 2..2 code points, got 3");
        refused(ChoiceCodec_.INSTANCE, "{'many':[]}", "/many: expected 1.. elements, got 0");
        refused(ChoiceCodec_.INSTANCE, "{'many':[1,-1]}", "/many/1: expected a number in 0..100");
        refused(WrongCodec_.INSTANCE, "{'why':''}", "/why: expected 1..9 code points, got 0");
    }

    @Test
    void parametersAndResultsToo() {
        LocalChannel channel = new LocalChannel(new ShopHandlerBase() {
            @Override
            public List<String> list(Shop.ListRequest request) {
                return List.of("ok", "x".repeat(request.limit()));
            }

            @Override
            public String name(Shop.NameRequest request) {
                return request.id().value().endsWith("0") ? null : "n";
            }
        });
        Shop shop = Shop.stub(channel);
        Shop.ListRequest.Builder tooFew = Shop.ListRequest.builder().limit(0);
        built("expected a number in 1..500", "/limit", tooFew::build);
        assertEquals(
                "/cursor: expected a text of the pattern [0-9]*",
                assertThrows(JsonException.class, () -> channel.call("list", "{'cursor':'x'}"))
                        .getMessage());
        assertEquals(
                "/0: expected a number in 1..500",
                assertThrows(JsonException.class, () -> channel.call("list", "[501]"))
                        .getMessage()
                        .replace("/limit", "/0"));
        assertEquals(
                List.of("ok", "xx"),
                shop.list(Shop.ListRequest.builder().limit(2).build()));
        unsent("/1: expected ..2 code points, got 10", shop::list);
        assertEquals(null, shop.name(new ProductId("ABC-0")));
        unsent("expected 2.. code points, got 1", () -> shop.name(new ProductId("ABC-1")));
    }

    /** What a handler answers wrongly is a bug of the server. */
    private static void unsent(String message, Executable call) {
        AssertionError bug = assertThrows(AssertionError.class, call);
        assertEquals(
                message, assertInstanceOf(JsonException.class, bug.getCause()).getMessage());
    }
}
