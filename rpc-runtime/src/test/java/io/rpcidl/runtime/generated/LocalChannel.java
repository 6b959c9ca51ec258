package io.rpcidl.runtime.generated;

import io.rpcidl.json.Bytes;
import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.ErrorCodec;
import io.rpcidl.runtime.ErrorDetails;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.stub.Exchange;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.stub.ServiceHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Calls a handler at once, through JSON but without a wire, and keeps what was sent. */
final class LocalChannel implements Channel {

    private final ServiceDefinition service;
    private final List<String> sent = new ArrayList<>();

    LocalChannel(ServiceHandler handler) {
        this.service = handler.definition_();
    }

    /** Returns the parameters of all calls so far, as {@code method json} with single quotes. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    /** Calls a method with any parameters and returns the JSON of its result. */
    String call(String method, String params) throws Exception {
        return answer(binding(method), params);
    }

    @Override
    public CompletableFuture<Reply> invoke(Call call) {
        JsonWriter out = new JsonWriter();
        call.params().writeTo(out);
        String params = Bytes.of(out.toByteArray()).toUtf8().replace('"', '\'');
        sent.add(call.method().methodName() + " " + params);
        if (call.method().kind().isStream()) {
            return stream(binding(call.method().methodName()), call, params);
        }
        try {
            String result = answer(binding(call.method().methodName()), params);
            return CompletableFuture.completedFuture(new Reply.Success(text(result)));
        } catch (RpcException e) {
            return CompletableFuture.completedFuture(new Reply.Failure(status(call.method(), e)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Duration defaultTimeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Executor callbackExecutor() {
        return Runnable::run;
    }

    private ServiceDefinition.Binding<?, ?> binding(String method) {
        return service.bindings().stream()
                .filter(each -> each.method().methodName().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static <P, R> String answer(ServiceDefinition.Binding<P, R> binding, String params) throws Exception {
        P read = Json.read(binding.method().params(), params);
        ServiceDefinition.Async<P, R> code = (ServiceDefinition.Async<P, R>) binding.code();
        R result = code.handle(read).toCompletableFuture().get();
        return Json.write(binding.method().result(), result);
    }

    /** Runs a stream method on a thread of its own. */
    private static <P, R> CompletableFuture<Reply> stream(
            ServiceDefinition.Binding<P, R> binding, Call call, String params) {
        P read = Json.read(binding.method().params(), params);
        ServiceDefinition.Streaming<P, R> code = (ServiceDefinition.Streaming<P, R>) binding.code();
        Exchange<R> exchange = new Exchange<>(
                call, binding.method().result(), Runnable::run, thrown -> status(binding.method(), thrown));
        Thread handler = new Thread(() -> exchange.run(code, read), "local-handler");
        handler.setDaemon(true);
        handler.start();
        return exchange.reply();
    }

    private static Status status(MethodDescriptor<?, ?> method, Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (cause instanceof RpcException failure) {
            return status(method, failure);
        }
        throw new AssertionError(thrown);
    }

    private static Status status(MethodDescriptor<?, ?> method, RpcException failure) {
        for (ErrorCodec<?> codec : method.errors()) {
            if (codec.exceptionType().isInstance(failure)) {
                Status status = failure.status();
                ErrorDetails details = new ErrorDetails(codec.type(), Bytes.utf8(details(codec, failure)));
                return new Status(status.code(), status.message(), status.processed(), details);
            }
        }
        return failure.status();
    }

    private static <E extends RpcException> String details(ErrorCodec<E> codec, RpcException failure) {
        return Json.write(codec, codec.exceptionType().cast(failure)).replace('\'', '"');
    }

    private static Payload text(String json) {
        return new Payload() {
            @Override
            public void writeTo(JsonWriter out) {
                throw new UnsupportedOperationException();
            }

            @Override
            public <T> T readWith(Codec<T> codec) {
                return codec.read(
                        new JsonReader(Bytes.utf8(json.replace('\'', '"')).toByteArray()));
            }
        };
    }
}
