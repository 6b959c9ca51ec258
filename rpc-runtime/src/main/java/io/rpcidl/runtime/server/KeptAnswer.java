package io.rpcidl.runtime.server;

import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.ErrorCodec;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept, one JSON object: {@code of} is the SHA-256 of the parameters that it answers, and then comes either a
 * {@code result} or an {@code error}, of which {@code type}, {@code code}, {@code message} and {@code details} are kept.
 */
final class KeptAnswer {

    private KeptAnswer() {}

    /** Refuses a call of a key that was used with other parameters. */
    static void checkSame(byte[] first, byte[] now, String key) {
        if (!Arrays.equals(first, now)) {
            String message = "this " + key + " was used by a call with other parameters";
            throw new RpcException(Status.notProcessed(StatusCode.INVALID_ARGUMENT, message));
        }
    }

    /** Returns an answer's text, or null if it is none that should be kept. */
    static <P, R extends @Nullable Object> byte @Nullable [] write(
            MethodDescriptor<P, R> method, byte[] params, R result, @Nullable Throwable thrown) {
        JsonWriter out = new JsonWriter();
        out.beginObject();
        out.name("of").string(hash(params));
        if (thrown == null) {
            method.result().write(out.name("result"), result);
        } else {
            ErrorCodec<?> codec = thrown instanceof RpcException ? codec(method, thrown) : null;
            if (codec == null) {
                return null;
            }
            writeError(out.name("error"), codec, (RpcException) thrown);
        }
        out.endObject();
        return out.toByteArray();
    }

    /** Returns whether what a call threw is an answer: an error that the contract declares. */
    static boolean isOne(MethodDescriptor<?, ?> method, @Nullable Throwable thrown) {
        return thrown instanceof RpcException && codec(method, thrown) != null;
    }

    private static @Nullable ErrorCodec<?> codec(MethodDescriptor<?, ?> method, Throwable thrown) {
        return method.errors().stream()
                .filter(each -> each.exceptionType() == thrown.getClass())
                .findFirst()
                .orElse(null);
    }

    private static <E extends RpcException> void writeError(JsonWriter out, ErrorCodec<E> codec, RpcException thrown) {
        out.beginObject();
        out.name("type").string(codec.type());
        out.name("code").string(thrown.code().name());
        out.name("message").string(thrown.status().message());
        codec.write(out.name("details"), codec.exceptionType().cast(thrown));
        out.endObject();
    }

    /** Reads what was kept: returns the result, or throws the error. */
    static <P, R extends @Nullable Object> R read(
            byte[] kept, MethodDescriptor<P, R> method, byte[] params, String key) {
        JsonReader in = new JsonReader(kept);
        byte[] result = null;
        for (String name = in.firstKey(); name != null; name = in.nextKey()) {
            switch (name) {
                case "of" -> checkSame(in.string().getBytes(), hash(params).getBytes(), key);
                case "result" -> result = in.rawValue();
                case "error" -> throw error(in, method);
                default -> in.skipValue();
            }
        }
        return method.result().read(new JsonReader(result == null ? new byte[0] : result));
    }

    private static RpcException error(JsonReader in, MethodDescriptor<?, ?> method) {
        String type = "";
        String code = StatusCode.UNKNOWN.name();
        String message = "";
        byte[] details = {'{', '}'};
        for (String name = in.firstKey(); name != null; name = in.nextKey()) {
            switch (name) {
                case "type" -> type = in.string();
                case "code" -> code = in.string();
                case "message" -> message = in.string();
                case "details" -> details = Codecs.RAW.read(in);
                default -> in.skipValue();
            }
        }
        Status status = new Status(StatusCode.valueOf(code), message, Processed.YES, null);
        for (ErrorCodec<?> each : method.errors()) {
            if (each.type().equals(type)) {
                return each.read(new JsonReader(details), status);
            }
        }
        return new RpcException(status);
    }

    static String hash(byte[] params) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(params));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
