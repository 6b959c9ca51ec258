package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stub.ServiceDefinition.Async;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers repeats of calls to methods that are {@code @idempotent(key)}: one that comes while the first call runs waits for its
 * answer, a later one is given the answer that is kept. Two calls are the same if their method, their caller's name and their
 * key are; if their other parameters differ, the second is refused. Results and the errors that the contract declares are
 * answers; after any other failure a repeat runs again.
 */
final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final int LONGEST_KEY = 200; // characters of JSON; of a longer one a hash stands in names

    private final AnswerStore store;

    Replays(AnswerStore store) {
        this.store = store;
    }

    /** Returns a method's code behind this, if repeats of its calls can be told. */
    <P, R extends @Nullable Object> Binding<P, R> around(Binding<P, R> binding) {
        MethodDescriptor<P, R> method = binding.method();
        String key = method.traits().idempotencyKey();
        return key != null && method.kind() == MethodDescriptor.Kind.UNARY && binding.code() instanceof Async<P, R> code
                ? new Binding<>(method, new Keyed<>(method, key, code))
                : binding;
    }

    private record Running<R extends @Nullable Object>(byte[] params, CompletableFuture<R> answer) {}

    /** The code behind one method. */
    private final class Keyed<P, R extends @Nullable Object> implements Async<P, R> {

        private final MethodDescriptor<P, R> method;
        private final String key;
        private final Async<P, R> code;
        private final Map<String, Running<R>> running = new ConcurrentHashMap<>();

        Keyed(MethodDescriptor<P, R> method, String key, Async<P, R> code) {
            this.method = method;
            this.key = key;
            this.code = code;
        }

        @Override
        public CompletionStage<R> handle(P params) throws Exception {
            byte[] text = text(params);
            String value = valueOfKey(text);
            if (value == null) {
                return code.handle(params);
            }
            String name = name(value);
            Running<R> mine = new Running<>(text, new CompletableFuture<>());
            Running<R> theirs = running.putIfAbsent(name, mine);
            if (theirs != null) {
                KeptAnswer.checkSame(theirs.params(), text, key);
                return join(theirs, params, ServerCall.currentOrNull());
            }
            try {
                answer(name, mine, params);
            } catch (Throwable thrown) { // errors too: whoever waits has to hear of it
                end(name, mine, null, thrown);
            }
            return mine.answer();
        }

        /** Waits for the first call; if it ends without an answer, because its caller has gone for instance, this one runs. */
        private CompletionStage<R> join(Running<R> theirs, P params, @Nullable ServerCall call) {
            return theirs.answer()
                    .handle((result, thrown) -> thrown == null || KeptAnswer.isOne(method, unwrapped(thrown))
                            ? theirs.answer()
                            : again(params, call))
                    .thenCompose(stage -> stage);
        }

        private CompletionStage<R> again(P params, @Nullable ServerCall call) {
            if (call == null || call.isCancelled()) {
                return CompletableFuture.failedFuture(new RpcException(
                        Status.notProcessed(StatusCode.CANCELLED, "nobody waits for the answer any more")));
            }
            CompletableFuture<R> answer = new CompletableFuture<>();
            call.run(() -> {
                try {
                    handle(params).whenComplete((result, thrown) -> complete(answer, result, thrown));
                } catch (Throwable thrown) {
                    answer.completeExceptionally(thrown);
                }
            });
            return answer;
        }

        private void answer(String name, Running<R> mine, P params) throws Exception {
            byte[] kept = store.find(name);
            if (kept != null) {
                R result = KeptAnswer.read(kept, method, mine.params(), key);
                end(name, mine, result, null);
                return;
            }
            CompletionStage<R> stage;
            try {
                stage = code.handle(params);
            } catch (RpcException thrown) {
                stage = CompletableFuture.failedFuture(thrown);
            }
            stage.whenComplete((result, thrown) -> {
                try {
                    byte[] answer = KeptAnswer.write(method, mine.params(), result, unwrapped(thrown));
                    if (answer != null) {
                        store.keep(name, answer);
                    }
                } catch (RuntimeException | Error e) {
                    LOG.error("an answer of {} is not kept: a repeat will run again", method.fullName(), e);
                }
                end(name, mine, result, thrown);
            });
        }

        private void end(String name, Running<R> mine, R result, @Nullable Throwable thrown) {
            running.remove(name);
            complete(mine.answer(), result, thrown);
        }

        private byte[] text(P params) {
            JsonWriter out = new JsonWriter();
            method.params().write(out, params);
            return out.toByteArray();
        }

        /** Returns the JSON of the parameter that is the key, null where it is absent; of an array, which names none, all. */
        private @Nullable String valueOfKey(byte[] params) {
            JsonReader in = new JsonReader(params);
            if (in.nextIsArray()) {
                return new String(params, StandardCharsets.UTF_8);
            }
            for (String name = in.firstKey(); name != null; name = in.nextKey()) {
                byte[] value = in.rawValue();
                if (name.equals(key)) {
                    return new String(value, StandardCharsets.UTF_8);
                }
            }
            return null;
        }

        private String name(String value) {
            ServerCall call = ServerCall.currentOrNull();
            Principal caller = call == null ? null : call.principal();
            String who = caller == null ? "" : caller.getName();
            String shown =
                    value.length() <= LONGEST_KEY ? value : KeptAnswer.hash(value.getBytes(StandardCharsets.UTF_8));
            return method.fullName() + " " + who.length() + ":" + who + " " + shown;
        }
    }

    private static <R extends @Nullable Object> void complete(
            CompletableFuture<R> answer, R result, @Nullable Throwable thrown) {
        if (thrown == null) {
            answer.complete(result);
        } else {
            answer.completeExceptionally(thrown);
        }
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
