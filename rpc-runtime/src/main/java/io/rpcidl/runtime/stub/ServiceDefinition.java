package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A service and the code behind each of its methods. */
public final class ServiceDefinition {

    private final String name;
    private final List<Binding<?, ?>> bindings = new ArrayList<>();

    /** Makes a definition without methods; {@code name} is the service's name on the wire. */
    public ServiceDefinition(String name) {
        this.name = name;
    }

    /** Adds a method whose code returns its result. */
    public <P, R> ServiceDefinition blocking(MethodDescriptor<P, R> method, Blocking<P, R> code) {
        bindings.add(new Binding<>(method, params -> CompletableFuture.completedFuture(code.handle(params))));
        return this;
    }

    /** Adds a method whose code returns nothing. */
    public <P> ServiceDefinition procedure(MethodDescriptor<P, @Nullable Void> method, Procedure<P> code) {
        return blocking(method, params -> {
            code.handle(params);
            return null;
        });
    }

    /** Adds a method whose code returns its result later. */
    public <P, R> ServiceDefinition async(MethodDescriptor<P, R> method, Async<P, R> code) {
        bindings.add(new Binding<>(method, code));
        return this;
    }

    /** Returns the service's name on the wire. */
    public String name() {
        return name;
    }

    /** Returns the methods. */
    public List<Binding<?, ?>> bindings() {
        return List.copyOf(bindings);
    }

    /** Code that answers by returning. */
    @FunctionalInterface
    public interface Blocking<P, R> {
        /** Handles one call; what it throws is the answer. */
        R handle(P params) throws Exception;
    }

    /** Code that answers by returning, with nothing. */
    @FunctionalInterface
    public interface Procedure<P> {
        /** Handles one call; what it throws is the answer. */
        void handle(P params) throws Exception;
    }

    /** Code that answers by completing a stage. */
    @FunctionalInterface
    public interface Async<P, R> {
        /** Handles one call; what it throws, or completes with, is the answer. */
        CompletionStage<R> handle(P params) throws Exception;
    }

    /** A method and the code behind it. */
    public record Binding<P, R>(MethodDescriptor<P, R> method, Async<P, R> code) {}
}
