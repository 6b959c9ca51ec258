package io.rpcidl.runtime;

import io.rpcidl.json.Bytes;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonValue;
import java.util.Objects;

/**
 * The typed part of an error.
 *
 * <pre>{@code
 * } catch (RpcException e) { // of an error that this client's contract does not know
 *     ErrorDetails details = e.status().details();
 *     log.warn("{}: {}", details.type(), details.value());
 * }
 * }</pre>
 *
 * @param type the full name of the error in its contract, such as {@code shop.catalog.v1.ProductNotFound}
 * @param json its fields, one JSON object in UTF-8
 */
public record ErrorDetails(String type, Bytes json) {

    /** Checks that nothing is null. */
    public ErrorDetails {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(json, "json");
    }

    /** Parses the fields: how an error is read whose type is not known here. Fails with {@link JsonException}. */
    public JsonValue value() {
        return JsonValue.parse(json.toUtf8());
    }
}
