package io.rpcidl.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class JacksonTreesTest {

    @Test
    void callsWithoutStubsTakeAndGiveTrees() {
        JsonNode params = JsonNodeFactory.instance.objectNode().put("sku", "A-2");
        assertEquals(
                params,
                JacksonTrees.stub(new Mirror())
                        .call("shop.v1.Shop", "get", params)
                        .get("params"));
    }

    @Test
    void numbersKeepTheirDigits() {
        BigDecimal price = new BigDecimal("0.10");
        JsonNode params = JsonNodeFactory.instance.arrayNode().add(DecimalNode.valueOf(price));
        JsonNode result = JacksonTrees.stub(new Mirror()).call("shop.v1.Shop", "get", params);
        assertEquals("{\"method\":\"shop.v1.Shop/get\",\"params\":[0.10]}", result.toString());
        assertEquals(price, result.at("/params/0").decimalValue());
    }

    /** Answers with what it was asked. */
    private static final class Mirror implements Channel {

        @Override
        public CompletableFuture<Reply> invoke(Call call) {
            JsonWriter params = new JsonWriter();
            call.params().writeTo(params);
            String json = "{\"method\":\"" + call.method().serviceName() + "/"
                    + call.method().methodName() + "\",\"params\":"
                    + Bytes.of(params.toByteArray()).toUtf8() + "}";
            return CompletableFuture.completedFuture(new Reply.Success(new Text(json)));
        }

        @Override
        public Duration defaultTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Executor callbackExecutor() {
            return Runnable::run;
        }
    }

    private record Text(String json) implements Payload {

        @Override
        public void writeTo(JsonWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T readWith(Codec<T> codec) {
            return codec.read(new JsonReader(Bytes.utf8(json).toByteArray()));
        }
    }
}
