package io.rpcidl.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import golden.newtype.Code;
import golden.openenum.Stock;
import golden.union.Card;
import golden.union.Payment;
import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.stub.DynamicStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/jackson.md} shows is this class's code, and does what the page says. */
class JacksonPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)\n```", Pattern.DOTALL);

    record Receipt(Instant at, List<Payment> payments, Map<Stock, Code> codes) {}

    @Test
    void thePagesCodeIsCompiledHere() throws IOException {
        String source = unindented(Files.readString(Path.of("src/test/java/io/rpcidl/jackson/JacksonPageTest.java")));
        List<String> blocks = blocks("java");
        assertEquals(5, blocks.size());
        for (String block : blocks) {
            assertTrue(source.contains(unindented(block)), () -> "not in this class:\n" + block);
        }
    }

    @Test
    void values() throws IOException {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();

        String json = mapper.writeValueAsString(Payment.card(new Card("4000", null)));
        Payment payment = mapper.readValue(json, Payment.class);
        assertEquals(blocks("json"), List.of(json));
        assertEquals(Payment.card(new Card("4000", null)), payment);
        assertEquals(new Card("1", null), mapper.readValue("{\"pan\":\"1\",\"newer\":2}", Card.class));
        MismatchedInputException refusal = assertThrows(
                MismatchedInputException.class,
                () -> mapper.readValue(json.replace("\"4000\"", "4000"), Payment.class));
        assertEquals(blocks("text"), List.of(refusal.getOriginalMessage()));
    }

    @Test
    void ownClasses() throws IOException {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        Receipt receipt = new Receipt(null, List.of(Payment.cash()), Map.of(Stock.IN_STOCK, new Code("c")));
        String json = "{\"at\":null,\"payments\":[{\"cash\":{}}],\"codes\":{\"in-stock\":\"c\"}}";
        assertEquals(json, mapper.writeValueAsString(receipt));
        assertEquals(receipt, mapper.readValue(json, Receipt.class));
        assertThrows(
                IOException.class,
                () -> mapper.writeValueAsString(new Receipt(Instant.EPOCH, List.of(), Map.of())),
                "Jackson alone does not write an Instant");
    }

    @Test
    void trees() throws IOException {
        JsonMapper exact = JsonMapper.builder()
                .findAndAddModules()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        ObjectMapper mapper = exact;
        JsonNode tree = mapper.valueToTree(JsonValue.parse("{\"price\":0.10}"));
        JsonValue any = mapper.treeToValue(tree, JsonValue.class);
        assertEquals("{\"price\":0.10}", any.toString());
        assertEquals(tree, exact.readTree("{\"price\":0.10}"));
    }

    @Test
    void callsWithoutStubs() {
        try (RpcClient client = RpcClient.connect("rpc://127.0.0.1:1")) {
            DynamicStub<JsonNode> stub = JacksonTrees.stub(client);
            RpcException failure = assertThrows(
                    RpcException.class, () -> stub.call("shop.v1.Shop", "get", JsonNodeFactory.instance.arrayNode()));
            assertEquals(StatusCode.UNAVAILABLE, failure.code());
        }
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../../docs/jackson.md")));
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
