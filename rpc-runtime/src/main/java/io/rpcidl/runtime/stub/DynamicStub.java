package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Calls methods by name, without generated code: parameters, results and items are JSON in a form of the caller's choice.
 * Immutable.
 *
 * <pre>{@code
 * DynamicStub<JsonValue> stub = DynamicStub.of(client);
 * JsonValue sum = stub.call("example_service", "example_method", JsonValue.parse("[1, 2, 3]"));
 * try (RpcStream<JsonValue> wares = stub.serverStream("market.v1.Market", "list", JsonValue.parse("[]"))) {
 *     wares.forEachRemaining(System.out::println);
 * }
 * }</pre>
 *
 * <p>The caller knows of which kind a method is; called as another kind it fails. In all methods {@code service} and {@code
 * method} are the names on the wire, and {@code params} is an object of parameters by name, or an array of parameters by
 * position, without those that are streams. Errors of a contract come as {@link RpcException}, whose status has the details.
 *
 * @param <T> the form of JSON
 */
public final class DynamicStub<T> {

    private final Caller caller;
    private final Codec<T> codec;

    /** Makes a stub of another form of JSON. */
    public DynamicStub(Channel channel, Codec<T> codec) {
        this(new Caller(channel), Codecs.sensitive(codec)); // no contract says what is not: no log shows any of it
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
     * @throws RpcException if the call fails
     */
    public T call(String service, String method, T params) {
        return caller.call(descriptor(service, method, Kind.UNARY, codec), params);
    }

    /** Calls a method; the future completes on the channel's callback executor, and cancels the call when it is cancelled. */
    public CompletableFuture<T> callAsync(String service, String method, T params) {
        return caller.callAsync(descriptor(service, method, Kind.UNARY, codec), params);
    }

    /**
     * Calls a method that is never answered; returns once the request is on its way.
     *
     * @throws RpcException if it could not be sent
     */
    public void oneway(String service, String method, T params) {
        caller.call(descriptor(service, method, Kind.ONEWAY, Codecs.NOTHING), params);
    }

    /** Calls a method that is never answered; the future completes, with null, once the request is on its way. */
    public CompletableFuture<@Nullable Void> onewayAsync(String service, String method, T params) {
        return caller.callAsync(descriptor(service, method, Kind.ONEWAY, Codecs.NOTHING), params);
    }

    /** Calls a method that answers with items; returns at once, and the first item is waited for when it is asked for. */
    public RpcStream<T> serverStream(String service, String method, T params) {
        return caller.serverStream(descriptor(service, method, Kind.SERVER_STREAM, codec), params);
    }

    /** Calls a method that answers with items, once somebody subscribes; they come on the channel's callback executor. */
    public Flow.Publisher<T> serverStreamAsync(String service, String method, T params) {
        return caller.serverStreamAsync(descriptor(service, method, Kind.SERVER_STREAM, codec), params);
    }

    /** Calls a method that takes items, and returns where to send them. */
    public ItemSink<T, T> clientStream(String service, String method, T params) {
        return caller.clientStream(descriptor(service, method, Kind.CLIENT_STREAM, codec), codec, params);
    }

    /**
     * Calls a method that takes items: those of a publisher, which is subscribed to once the request is sent. The future
     * completes on the channel's callback executor.
     */
    public CompletableFuture<T> clientStreamAsync(String service, String method, T params, Flow.Publisher<T> items) {
        return caller.clientStreamAsync(descriptor(service, method, Kind.CLIENT_STREAM, codec), codec, params, items);
    }

    /** Calls a method that takes items and answers with items; one thread may send while another receives. */
    public BidiStream<T, T> bidiStream(String service, String method, T params) {
        return caller.bidiStream(descriptor(service, method, Kind.BIDI_STREAM, codec), codec, params);
    }

    /** Calls a method that takes items, those of a publisher, and answers with items, once somebody subscribes to these. */
    public Flow.Publisher<T> bidiStreamAsync(String service, String method, T params, Flow.Publisher<T> items) {
        return caller.bidiStreamAsync(descriptor(service, method, Kind.BIDI_STREAM, codec), codec, params, items);
    }

    private <R extends @Nullable Object> MethodDescriptor<T, R> descriptor(
            String service, String method, Kind kind, Codec<R> result) {
        return new MethodDescriptor<>(service, method, kind, codec, result, MethodTraits.NONE);
    }
}
