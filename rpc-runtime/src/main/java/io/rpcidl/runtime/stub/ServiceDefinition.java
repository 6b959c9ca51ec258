package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.RpcStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A service and the code behind each of its methods. */
public final class ServiceDefinition {

    private final String name;
    private final List<Binding<?, ?>> bindings = new CopyOnWriteArrayList<>();
    private final List<ContractPackage> contract = new CopyOnWriteArrayList<>();

    /** Makes a definition without methods; {@code name} is the service's name on the wire. */
    public ServiceDefinition(String name) {
        this.name = name;
    }

    /** Says where files of its contract stand: those of its own package first, then those of all that it imports. */
    public ServiceDefinition contract(Class<?> beside, String packageName, String... paths) {
        contract.add(new ContractPackage(beside, packageName, List.of(paths)));
        return this;
    }

    /** Adds a method whose code returns its result. */
    public <P, R extends @Nullable Object> ServiceDefinition blocking(
            MethodDescriptor<P, R> method, Blocking<P, R> code) {
        return async(method, params -> CompletableFuture.completedFuture(code.handle(params)));
    }

    /** Adds a method whose code returns nothing. */
    public <P> ServiceDefinition procedure(MethodDescriptor<P, @Nullable Void> method, Procedure<P> code) {
        return blocking(method, params -> {
            code.handle(params);
            return null;
        });
    }

    /** Adds a method whose code returns its result later. */
    public <P, R extends @Nullable Object> ServiceDefinition async(MethodDescriptor<P, R> method, Async<P, R> code) {
        bindings.add(new Binding<>(method, code));
        return this;
    }

    /** Adds a method whose code writes items and returns after the last one. */
    public <P, R extends @Nullable Object> ServiceDefinition serverStream(
            MethodDescriptor<P, R> method, ServerStream<P, R> code) {
        return streaming(method, (params, exchange) -> code.handle(params, exchange.writer()));
    }

    /** Adds a method whose code returns a publisher of items, which is subscribed to once. */
    public <P, R extends @Nullable Object> ServiceDefinition serverStreamAsync(
            MethodDescriptor<P, R> method, ServerStreamAsync<P, R> code) {
        return streaming(method, (params, exchange) -> exchange.publish(code.handle(params)));
    }

    /** Adds a method whose code reads items and returns the answer. */
    public <P, I, R extends @Nullable Object> ServiceDefinition clientStream(
            MethodDescriptor<P, R> method, Codec<I> items, ClientStream<P, I, R> code) {
        return streaming(
                method,
                (params, exchange) -> exchange.answer(
                        CompletableFuture.completedFuture(code.handle(params, exchange.reader(items)))));
    }

    /** Adds a method whose code subscribes to items and returns the answer later. */
    public <P, I, R extends @Nullable Object> ServiceDefinition clientStreamAsync(
            MethodDescriptor<P, R> method, Codec<I> items, ClientStreamAsync<P, I, R> code) {
        return streaming(method, (params, exchange) -> exchange.answer(code.handle(params, exchange.publisher(items))));
    }

    /** Adds a method whose code reads items and writes items, and returns after the last one. */
    public <P, I, R extends @Nullable Object> ServiceDefinition bidiStream(
            MethodDescriptor<P, R> method, Codec<I> items, BidiStream<P, I, R> code) {
        return streaming(method, (params, exchange) -> code.handle(params, exchange.reader(items), exchange.writer()));
    }

    /** Adds a method whose code subscribes to items and returns a publisher of items, which is subscribed to once. */
    public <P, I, R extends @Nullable Object> ServiceDefinition bidiStreamAsync(
            MethodDescriptor<P, R> method, Codec<I> items, BidiStreamAsync<P, I, R> code) {
        return streaming(
                method, (params, exchange) -> exchange.publish(code.handle(params, exchange.publisher(items))));
    }

    private <P, R extends @Nullable Object> ServiceDefinition streaming(
            MethodDescriptor<P, R> method, Streaming<P, R> code) {
        bindings.add(new Binding<>(method, code));
        return this;
    }

    /** Returns the service's name on the wire. */
    public String name() {
        return name;
    }

    /** Returns the packages of its contract, its own first; none if it was written without one. */
    public List<ContractPackage> contract() {
        return List.copyOf(contract);
    }

    /** Returns the methods. */
    public List<Binding<?, ?>> bindings() {
        return List.copyOf(bindings);
    }

    /** Code that answers by returning. */
    @FunctionalInterface
    public interface Blocking<P, R extends @Nullable Object> {
        /** Handles one call; what it throws is the answer. */
        R handle(P params) throws Exception;
    }

    /** Code that answers by returning, with nothing. */
    @FunctionalInterface
    public interface Procedure<P> {
        /** Handles one call; what it throws is the answer. */
        void handle(P params) throws Exception;
    }

    /** Code that answers with items; what it throws is the end of them. */
    @FunctionalInterface
    public interface ServerStream<P, R extends @Nullable Object> {
        /** Handles one call. */
        void handle(P params, ItemWriter<R> out) throws Exception;
    }

    /** Code that answers with items when they are ready; what it throws, or fails with, is the end of them. */
    @FunctionalInterface
    public interface ServerStreamAsync<P, R extends @Nullable Object> {
        /** Handles one call. */
        Flow.Publisher<R> handle(P params) throws Exception;
    }

    /** Code that takes items; what it throws is the answer. */
    @FunctionalInterface
    public interface ClientStream<P, I, R extends @Nullable Object> {
        /** Handles one call. */
        R handle(P params, RpcStream<I> in) throws Exception;
    }

    /** Code that takes items when they are there; what it throws, or completes with, is the answer. */
    @FunctionalInterface
    public interface ClientStreamAsync<P, I, R extends @Nullable Object> {
        /** Handles one call. */
        CompletionStage<R> handle(P params, Flow.Publisher<I> in) throws Exception;
    }

    /** Code that takes items and answers with items; what it throws is the end of them. */
    @FunctionalInterface
    public interface BidiStream<P, I, R extends @Nullable Object> {
        /** Handles one call. */
        void handle(P params, RpcStream<I> in, ItemWriter<R> out) throws Exception;
    }

    /** Code that takes items and answers with items when they are ready. */
    @FunctionalInterface
    public interface BidiStreamAsync<P, I, R extends @Nullable Object> {
        /** Handles one call; what it throws, or fails with, is the end of its items. */
        Flow.Publisher<R> handle(P params, Flow.Publisher<I> in) throws Exception;
    }

    /** Code behind a method as a server runs it. */
    public sealed interface Code<P, R extends @Nullable Object> {}

    /** Code that answers by completing a stage. */
    @FunctionalInterface
    public non-sealed interface Async<P, R extends @Nullable Object> extends Code<P, R> {
        /** Handles one call; what it throws, or completes with, is the answer. */
        CompletionStage<R> handle(P params) throws Exception;
    }

    /** Code that takes items or answers with items, through an exchange. */
    @FunctionalInterface
    public non-sealed interface Streaming<P, R extends @Nullable Object> extends Code<P, R> {
        /** Handles one call; what it throws is how it ends. */
        void handle(P params, Exchange<R> exchange) throws Exception;
    }

    /** A method and the code behind it. */
    public record Binding<P, R extends @Nullable Object>(MethodDescriptor<P, R> method, Code<P, R> code) {}
}
