package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** What a method returns, and which streams it takes beside its parameters: for callers and for handlers, each twice. */
final class MethodTypes {

    private final JavaMethod method;

    /** Whether it is for code that answers later. */
    private final boolean async;

    MethodTypes(JavaMethod method, boolean async) {
        this.method = method;
        this.async = async;
    }

    /** Returns what callers get. */
    TypeName forCallers() {
        if (async) {
            return method.model().responseStream() ? publisher(method.boxedResult()) : later(CompletableFuture.class);
        }
        return switch (method.kind()) {
            case "serverStream" -> ParameterizedTypeName.get(RuntimeNames.RPC_STREAM, method.boxedResult());
            case "clientStream" -> ParameterizedTypeName.get(RuntimeNames.ITEM_SINK, sent(), method.boxedResult());
            case "bidiStream" -> ParameterizedTypeName.get(RuntimeNames.BIDI_STREAM, sent(), method.boxedResult());
            default -> method.result();
        };
    }

    /** Returns what callers hand over beside the parameters: to blocking ones the stream is returned instead. */
    List<ParameterSpec> fromCallers() {
        return async ? publishers() : List.of();
    }

    /** Returns what a handler returns. */
    TypeName ofHandler() {
        if (async) {
            return method.model().responseStream() ? publisher(method.boxedResult()) : later(CompletionStage.class);
        }
        return method.model().responseStream() ? TypeName.VOID : method.result();
    }

    /** Returns what a handler takes beside the parameters. */
    List<ParameterSpec> toHandler() {
        if (async) {
            return publishers();
        }
        List<ParameterSpec> streams = new ArrayList<>();
        method.stream().ifPresent(items -> streams.add(stream(RuntimeNames.RPC_STREAM, sent(), items.name())));
        if (method.model().responseStream()) {
            streams.add(stream(RuntimeNames.ITEM_WRITER, method.boxedResult(), "out"));
        }
        return streams;
    }

    private List<ParameterSpec> publishers() {
        return method.stream()
                .map(items -> List.of(
                        ParameterSpec.builder(publisher(sent()), items.name()).build()))
                .orElse(List.of());
    }

    private TypeName sent() {
        return method.stream().orElseThrow().type().box();
    }

    private TypeName later(Class<?> future) {
        return ParameterizedTypeName.get(ClassName.get(future), method.boxedResult());
    }

    private static TypeName publisher(TypeName item) {
        return ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), item);
    }

    private static ParameterSpec stream(ClassName type, TypeName item, String name) {
        return ParameterSpec.builder(ParameterizedTypeName.get(type, item), name)
                .build();
    }
}
