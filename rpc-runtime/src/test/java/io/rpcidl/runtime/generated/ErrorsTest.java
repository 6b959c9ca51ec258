package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.error.FailedException;
import golden.error.NotFoundException;
import golden.error.OutOfMoneyException;
import golden.error.Report;
import golden.error.TypeCodecs_.FailedCodec_;
import golden.error.TypeCodecs_.NotFoundCodec_;
import golden.error.TypeCodecs_.OutOfMoneyExceptionCodec_;
import golden.error.TypeCodecs_.ReportCodec_;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.JsonReader;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsTest {

    private static final String NOT_FOUND = "{'id':'a','near':[],'tries':3}";

    @Test
    void anErrorIsAnUncheckedExceptionWithFieldsAndStatus() {
        List<String> near = new ArrayList<>(List.of("b", "c"));
        RpcException thrown = assertThrows(RpcException.class, () -> {
            throw NotFoundException.builder("nobody has it")
                    .id("a")
                    .near(near)
                    .tries(3)
                    .build();
        });
        near.clear();
        NotFoundException error = (NotFoundException) thrown;
        assertEquals(StatusCode.NOT_FOUND, error.code());
        assertEquals(new Status(StatusCode.NOT_FOUND, "nobody has it", Processed.YES, null), error.status());
        assertEquals("NOT_FOUND: nobody has it", error.getMessage());
        assertEquals("a", error.id());
        assertEquals(List.of("b", "c"), error.near());
        assertNull(error.hint());
        assertEquals(3, error.tries());
    }

    @Test
    void anErrorWithoutACodeIsUnknown() {
        assertEquals(StatusCode.UNKNOWN, FailedException.builder("").build().code());
        assertEquals(
                "{}",
                Json.write(FailedCodec_.INSTANCE, FailedException.builder("x").build()));
        assertEquals(OutOfMoneyException.class, OutOfMoneyExceptionCodec_.INSTANCE.exceptionType());
    }

    @Test
    void aRequiredPartThatIsNotSetIsNamed() {
        NotFoundException.Builder builder = NotFoundException.builder("x").id("a");
        IllegalStateException missing = assertThrows(IllegalStateException.class, builder::build);
        assertEquals("NotFoundException: required 'tries' is not set", missing.getMessage());
    }

    @Test
    void theCodecJoinsTheFieldsWithTheStatusThatCameWithThem() {
        Status status = Status.maybeProcessed(StatusCode.INTERNAL, "said by the server");
        JsonReader in = new JsonReader(Bytes.utf8(NOT_FOUND.replace('\'', '"')).toByteArray());
        NotFoundException error = NotFoundCodec_.INSTANCE.read(in, status);
        assertEquals(status, error.status());
        assertEquals("a", error.id());
        assertEquals("golden.error.NotFound", NotFoundCodec_.INSTANCE.type());
        assertEquals(NotFoundException.class, NotFoundCodec_.INSTANCE.exceptionType());
        assertEquals(NOT_FOUND, Json.write(NotFoundCodec_.INSTANCE, error));
    }

    @Test
    void errorsAreEqualByTheirFields() {
        NotFoundException error =
                NotFoundException.builder("x").id("a").tries(1).build();
        assertEquals(error, NotFoundException.builder("y").id("a").tries(1).build());
        assertEquals(
                error.hashCode(),
                NotFoundException.builder("y").id("a").tries(1).build().hashCode());
        assertNotEquals(error, NotFoundException.builder("x").id("b").tries(1).build());
    }

    @Test
    void anErrorThatWasSerialisedStillSaysWhatHappened() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(NotFoundException.builder("nobody").id("a").tries(1).build());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            NotFoundException copy = (NotFoundException) in.readObject();
            assertEquals("NOT_FOUND: nobody", copy.getMessage());
            assertEquals(StatusCode.UNKNOWN, copy.code());
        }
    }

    @Test
    void anErrorCanBePartOfAValue() {
        String json = "{'problems':[" + NOT_FOUND + "]}";
        Report report = Json.read(ReportCodec_.INSTANCE, json);
        assertEquals(json, Json.write(ReportCodec_.INSTANCE, report));
        assertEquals(StatusCode.NOT_FOUND, report.problems().get(0).code());
    }
}
