package io.rpcidl.runtime;

import io.rpcidl.json.Codec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A method as the runtime knows it: its names on the wire and its codecs. Generated code holds one for each method.
 *
 * <pre>{@code
 * Filter readsOnly = (call, next) -> call.method().traits().readonly()
 *         ? next.invoke(call)
 *         : CompletableFuture.completedFuture(closed);
 * }</pre>
 *
 * @param serviceName the service's name on the wire
 * @param methodName the method's name on the wire
 * @param kind how it is answered
 * @param params the codec of {@code params}
 * @param result the codec of {@code result}, or of each item where items are the answer
 * @param errors the codecs of the declared errors
 * @param traits what the contract says about calls of it
 * @param <P> the parameters' Java type
 * @param <R> the result's Java type
 */
public record MethodDescriptor<P, R extends @Nullable Object>(
        String serviceName,
        String methodName,
        Kind kind,
        Codec<P> params,
        Codec<R> result,
        List<ErrorCodec<?>> errors,
        MethodTraits traits) {

    /** How a method is answered. */
    public enum Kind {
        /** One request, one answer. */
        UNARY,
        /** One request, never an answer. */
        ONEWAY,
        /** One request, any number of items back. */
        SERVER_STREAM,
        /** One request and any number of items, one answer. */
        CLIENT_STREAM,
        /** One request and any number of items, any number of items back. */
        BIDI_STREAM;

        /** Returns whether items follow a request or answer it. */
        public boolean isStream() {
            return this == SERVER_STREAM || sendsItems();
        }

        /** Returns whether the caller sends items. */
        public boolean sendsItems() {
            return this == CLIENT_STREAM || this == BIDI_STREAM;
        }

        /** Returns whether the caller is answered with items. */
        public boolean returnsItems() {
            return this == SERVER_STREAM || this == BIDI_STREAM;
        }
    }

    /** Checks that nothing is null and copies the errors. */
    public MethodDescriptor {
        Objects.requireNonNull(serviceName, "serviceName");
        Objects.requireNonNull(methodName, "methodName");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(params, "params");
        Objects.requireNonNull(result, "result");
        errors = List.copyOf(errors);
        Objects.requireNonNull(traits, "traits");
    }

    /** Makes a descriptor with the codecs of the declared errors behind all else. */
    public MethodDescriptor(
            String serviceName,
            String methodName,
            Kind kind,
            Codec<P> params,
            Codec<R> result,
            MethodTraits traits,
            ErrorCodec<?>... errors) {
        this(serviceName, methodName, kind, params, result, List.of(errors), traits);
    }

    /** Returns this method with other traits. */
    public MethodDescriptor<P, R> with(MethodTraits newTraits) {
        return new MethodDescriptor<>(serviceName, methodName, kind, params, result, errors, newTraits);
    }

    /** Returns {@code service.method}, for people. */
    public String fullName() {
        return serviceName + "." + methodName;
    }
}
