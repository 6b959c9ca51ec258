package io.rpcidl.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import golden.closedenum.Axis;
import golden.newtype.Code;
import golden.newtype.Day;
import golden.newtype.Long;
import golden.openenum.Stock;
import golden.struct.Defaulted;
import golden.union.Card;
import golden.union.Payment;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.JsonValue;
import io.rpcidl.json.Patch;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Generated types within what users write, as keys, and in Jackson's trees; single quotes stand for double ones. */
class UserClassesTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** A record of a user. */
    record Receipt(Code code, List<Payment> payments, Map<Stock, Card> cards, JsonValue note, Object anything) {}

    /** A class of a user with fields, one of them final. */
    static final class Change {
        public final int version = 1;
        public Patch<Payment> payment = Patch.absent();
        public Patch<List<Code>> codes = Patch.absent();
    }

    /** A record of a user with what may be absent, and what may be null. */
    record Patched(Patch<String> text, Patch<Map<Stock, Integer>> counts, JsonValue any) {}

    /** A record of a user that says in JSON which classes it holds, as some caches do. */
    record Cached(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object object,
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object text) {}

    @Test
    void recordsAndCollections() throws IOException {
        Receipt receipt = new Receipt(
                new Code("c"),
                List.of(Payment.cash(), new Payment.Unknown_("later", any("1.50"))),
                Map.of(Stock.of("new"), new Card("1", null)),
                JsonValue.NULL,
                "text");
        String json = "{'anything':'text','cards':{'new':{'pan':'1'}},'code':'c','note':null,"
                + "'payments':[{'cash':{}},{'later':1.50}]}";
        assertEquals(json, write(receipt));
        assertEquals(receipt, read(json, new TypeReference<Receipt>() {}));
        assertEquals(
                new Receipt(null, null, null, null, Map.of("a", 1)),
                read("{'anything':{'a':1}}", new TypeReference<Receipt>() {}));
        assertEquals("{'anything':{'cash':{}}}", write(Map.of("anything", Payment.cash())));
    }

    @Test
    void keysOfMaps() throws IOException {
        sameKey(new Code("c"), "{'c':1}", new TypeReference<>() {});
        sameKey(new Long(7), "{'7':1}", new TypeReference<>() {});
        sameKey(new Day(LocalDate.of(2026, 1, 31)), "{'2026-01-31':1}", new TypeReference<>() {});
        sameKey(Stock.of("later"), "{'later':1}", new TypeReference<>() {});
        sameKey(Axis.Y, "{'y':1}", new TypeReference<>() {});
        EnumMap<Axis, Set<Axis>> axes = new EnumMap<>(Map.of(Axis.Y, EnumSet.allOf(Axis.class)));
        assertEquals("{'y':['X','y']}", write(axes));
        assertEquals(axes, read("{'y':['X','y']}", new TypeReference<EnumMap<Axis, EnumSet<Axis>>>() {}));
    }

    @Test
    void patches() throws IOException {
        Change change = new Change();
        assertEquals("{'version':1}", write(change));
        change.payment = Patch.ofNull();
        change.codes = Patch.of(List.of(new Code("c")));
        assertEquals("{'codes':['c'],'payment':null,'version':1}", write(change));
        ObjectMapper lenient = MAPPER.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Change read = lenient.readValue("{\"payment\":null,\"codes\":[\"c\"]}", Change.class);
        assertEquals(Patch.ofNull(), read.payment);
        assertEquals(change.codes, read.codes);
        assertEquals(Patch.absent(), lenient.readValue("{}", Change.class).payment);

        same(new Patched(Patch.of("a"), Patch.ofNull(), JsonValue.NULL), "{'any':null,'counts':null,'text':'a'}");
        same(
                new Patched(Patch.absent(), Patch.of(Map.of(Stock.SOLD_OUT, 1)), any("0.10")),
                "{'any':0.10,'counts':{'SOLD_OUT':1}}");
        assertEquals(new Patched(Patch.absent(), Patch.absent(), null), MAPPER.readValue("{}", Patched.class));
        assertEquals("['a',null]", write(List.of(Patch.of("a"), Patch.ofNull())));
    }

    @Test
    void trees() throws IOException {
        Defaulted value = Defaulted.builder().build();
        JsonNode tree = MAPPER.valueToTree(value);
        assertEquals(MAPPER.readTree(MAPPER.writeValueAsBytes(value)), tree);
        assertEquals(value, MAPPER.treeToValue(tree, Defaulted.class));
        assertEquals(value, MAPPER.convertValue(MAPPER.convertValue(value, Map.class), Defaulted.class));
    }

    @Test
    void anyJsonAsATreeAndBack() throws IOException {
        ObjectMapper exact = JsonMapper.builder()
                .findAndAddModules()
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("int", 1)
                .put("long", 1L << 40)
                .put("double", 0.1)
                .put("text", "ü")
                .put("yes", true);
        tree.put("scale", new BigDecimal("1.50")).put("digits", new BigDecimal("0.12345678901234567890123"));
        tree.put("large", BigDecimal.TEN.pow(30).toBigInteger());
        tree.putNull("null").putArray("array").add(1e300).addObject();
        JsonValue value = any("{'int':1,'long':1099511627776,'double':0.1,'text':'ü','yes':true,'scale':1.50,"
                + "'digits':0.12345678901234567890123,'large':1000000000000000000000000000000,'null':null,"
                + "'array':[1.0E300,{}]}");
        assertEquals(value, exact.treeToValue(tree, JsonValue.class));
        assertEquals(value, exact.treeToValue(exact.valueToTree(value), JsonValue.class));
        assertEquals(value.toString(), exact.valueToTree(value).toString());
        assertEquals(tree.get("digits"), exact.valueToTree(value).get("digits"));
        assertEquals(tree.get("double"), exact.valueToTree(value).get("double"));
    }

    @Test
    void whatOnlyTreesHold() throws IOException {
        JsonNode tree = JsonNodeFactory.instance.binaryNode(new byte[] {1, 2});
        assertEquals(Bytes.of((byte) 1, (byte) 2), MAPPER.treeToValue(tree, Bytes.class));
        assertEquals(-0.0, MAPPER.valueToTree(any("-0")).doubleValue());
        JsonNode infinite = JsonNodeFactory.instance.arrayNode().add(Double.NEGATIVE_INFINITY);
        assertEquals(any("['-Infinity']"), MAPPER.treeToValue(infinite, JsonValue.class));
    }

    @Test
    void withTheNamesOfClasses() throws IOException {
        same(
                new Cached(new Card("1", null), new Code("c")),
                "{'object':{'@class':'golden.union.Card','pan':'1'},'text':['golden.newtype.Code','c']}");
        same(
                new Cached(new Payment.Unknown_("a", any("[1.50]")), Payment.cash()),
                "{'object':{'@class':'golden.union.Payment$Unknown_','a':[1.50]},"
                        + "'text':{'@class':'golden.union.Payment$CashCase','cash':{}}}");
    }

    private static <K> void sameKey(K key, String json, TypeReference<Map<K, Integer>> type) throws IOException {
        assertEquals(json, write(Map.of(key, 1)));
        assertEquals(Map.of(key, 1), read(json, type));
    }

    private static void same(Object value, String json) throws IOException {
        assertEquals(json, write(value));
        assertEquals(value, MAPPER.readValue(json.replace('\'', '"'), value.getClass()));
    }

    private static String write(Object value) throws IOException {
        return MAPPER.writeValueAsString(value).replace('"', '\'');
    }

    private static <T> T read(String json, TypeReference<T> type) throws IOException {
        return MAPPER.readValue(json.replace('\'', '"'), type);
    }

    private static JsonValue any(String json) {
        return JsonValue.parse(json.replace('\'', '"'));
    }
}
