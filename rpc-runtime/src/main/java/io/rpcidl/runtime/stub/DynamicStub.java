package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.RpcException;
import java.util.concurrent.CompletableFuture;

/**
 * Calls methods by name, without generated code: parameters and results are JSON in a form of the caller's choice.
 * Immutable.
 *
 * <pre>{@code
 * DynamicStub<JsonValue> stub = DynamicStub.of(client);
 * JsonValue sum = stub.call("example_service", "example_method", JsonValue.parse("[1, 2, 3]"));
 * }</pre>
 *
 * @param <T> the form of JSON
 */
public final class DynamicStub<T> {

    private final Caller caller;
    private final Codec<T> codec;

    /** Makes a stub of another form of JSON. */
    public DynamicStub(Channel channel, Codec<T> codec) {
        this(new Caller(channel), codec);
    }

    private DynamicStub(Caller caller, Codec<T> codec) {
        this.caller = caller;
        this.codec = codec;
    }

    /** Makes a stub whose JSON is {@link JsonValue}. */
    public static DynamicStub<JsonValue> of(Channel channel) {
        return new DynamicStub<>(channel, Codecs.ANY);
    }

    /** Returns a stub with these options on top of its own. */
    public DynamicStub<T> with(CallOptions options) {
        return new DynamicStub<>(caller.with(options), codec);
    }

    /**
     * Calls a method and waits for its result.
     *
     * @param service the service's name on the wire
     * @param method the method's name on the wire
     * @param params an object of parameters by name, or an array of parameters by position
     * @throws RpcException if the call fails; its status has the error's details
     */
    public T call(String service, String method, T params) {
        return caller.call(descriptor(service, method), params);
    }

    /** Calls a method; the future completes on the channel's callback executor. */
    public CompletableFuture<T> callAsync(String service, String method, T params) {
        return caller.callAsync(descriptor(service, method), params);
    }

    private MethodDescriptor<T, T> descriptor(String service, String method) {
        return new MethodDescriptor<>(service, method, MethodDescriptor.Kind.UNARY, codec, codec, MethodTraits.NONE);
    }
}
