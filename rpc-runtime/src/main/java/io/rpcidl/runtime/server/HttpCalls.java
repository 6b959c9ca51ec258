package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Cancellation;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.ReplyMetadata;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.Attempt;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.JsonText;
import io.rpcidl.transport.HttpReply;
import io.rpcidl.transport.HttpRequest;
import io.rpcidl.transport.Peer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls in HTTP. The body is what {@code params} is on the wire, and the answer is the result, or the error with a status
 * that says as much as HTTP can (as gRPC's codes are mapped by {@code google/rpc/code.proto}).
 */
final class HttpCalls {

    /**
     * Who calls.
     *
     * @param peer the other side
     * @param cancellation the signal that it has gone
     * @param running holds what completes once the code has ended that carries out the call, if there is one
     */
    record Caller(Peer peer, Cancellation cancellation, AtomicReference<CompletableFuture<?>> running) {}

    private static final Pattern KEY = Pattern.compile("[a-z0-9._-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?"); // RFC 9110, section 5.5, in ASCII
    private static final Pattern OWN = Pattern.compile(
            "host|connection|retry-after|set-cookie|keep-alive|te|trailer|transfer-encoding|upgrade"
                    + "|expect|user-agent|origin|referer|cookie|timeout-ms|http2-settings|(content|accept|sec|proxy|if)(-.*)?");
    private static final byte[] NO_PARAMS = {'{', '}'};

    private final ServerSettings settings;
    private final ReplyEncoder encoder;

    HttpCalls(ServerSettings settings) {
        this.settings = settings;
        this.encoder = new ReplyEncoder(settings.writer());
    }

    /** Returns the method of a path, or null. */
    @Nullable
    MethodDescriptor<?, ?> method(String path) {
        String[] names = path.split("/", -1);
        Binding<?, ?> binding = names.length == 3 ? settings.router().find(names[1], names[2]) : null;
        return binding == null ? null : binding.method();
    }

    /** Carries out {@code POST /service/method}. */
    CompletableFuture<HttpReply> call(HttpRequest request, Caller caller, Map<String, String> headers) {
        MethodDescriptor<?, ?> method = method(request.path());
        if (method == null) {
            String message = "no method behind this path: POST /service/method calls one";
            return refuse(404, request, caller, headers, Status.notProcessed(StatusCode.UNIMPLEMENTED, message));
        }
        if (method.kind().isStream()) {
            String message = method.fullName() + " is a stream: it is not called in HTTP";
            return refuse(501, request, caller, headers, Status.notProcessed(StatusCode.UNIMPLEMENTED, message));
        }
        Call call;
        try {
            byte[] params = request.body().length == 0 ? NO_PARAMS : request.body();
            call = settings.observed(Call.received(
                    method,
                    new JsonText(params, settings.limits()),
                    metadata(request.headers()),
                    new ReplyMetadata(),
                    deadline(request.headers().get("timeout-ms")),
                    caller.cancellation(),
                    null,
                    caller.peer()));
        } catch (IllegalArgumentException e) {
            Status status = Status.notProcessed(StatusCode.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
            return refuse(400, request, caller, headers, status);
        }
        Attempt attempt = Attempt.ofServer(call, request.body().length);
        CompletableFuture<Reply> reply = settings.invoker().invoke(call);
        caller.running().set(reply);
        if (method.kind() == MethodDescriptor.Kind.ONEWAY) {
            if (attempt != null) {
                reply.thenAccept(attempt::ended);
            }
            return CompletableFuture.completedFuture(http(call, ServerConnection.taken(reply), headers, null));
        }
        Reply late = new Reply.Failure(ServerConnection.LATE);
        return reply.copy()
                .completeOnTimeout(late, call.deadline().remainingMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answer -> {
                    Reply given = answer == late ? late(caller) : answer;
                    return http(call, given, headers, attempt);
                });
    }

    /** Tells who watches a call of its end before its caller learns of it. */
    private static HttpReply last(Call call, Reply answer, HttpReply http, @Nullable Attempt attempt) {
        if (attempt != null) {
            boolean gone = call.cancellation().isCancelled() && answer instanceof Reply.Success;
            attempt.sent(http.length());
            attempt.ended(gone ? ServerConnection.CANCELLED : answer);
        }
        return http;
    }

    private static Reply late(Caller caller) {
        boolean begun = caller.cancellation().hasBegun();
        caller.cancellation().cancel();
        return new Reply.Failure(begun ? ServerConnection.LATE : ServerConnection.NOT_BEGUN);
    }

    private static Metadata metadata(Map<String, String> headers) {
        Map<String, String> entries = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (KEY.matcher(name).matches() && !OWN.matcher(name).matches()) {
                entries.put(name, value);
            }
        });
        return Metadata.of(entries);
    }

    private Deadline deadline(@Nullable String millis) {
        if (millis == null) {
            return Deadline.after(settings.defaultTimeout());
        }
        if (!millis.matches("[1-9][0-9]{0,9}") || Long.parseLong(millis) > Header.LONGEST_TIMEOUT_MILLIS) {
            throw new IllegalArgumentException("timeout-ms not in 1 to " + Header.LONGEST_TIMEOUT_MILLIS);
        }
        return Deadline.after(Duration.ofMillis(Long.parseLong(millis)));
    }

    private HttpReply http(Call call, Reply reply, Map<String, String> headers, @Nullable Attempt attempt) {
        call.replyMetadata().get().asMap().forEach((name, value) -> {
            if (VALUE.matcher(value).matches() && !OWN.matcher(name).matches()) {
                headers.putIfAbsent(name, value);
            }
        });
        if (reply instanceof Reply.Success success) {
            try {
                JsonWriter body = encoder.writer().value(success.result());
                return last(call, reply, new HttpReply(200, headers, body.array(), body.length()), attempt);
            } catch (RuntimeException | Error e) {
                MethodDescriptor<?, ?> method = call.method();
                Header names = Header.following(null, method.serviceName(), method.methodName());
                return http(call, new Reply.Failure(encoder.unsendable(names, e)), headers, attempt);
            }
        }
        Status status = ((Reply.Failure) reply).status();
        if (status.code() == StatusCode.UNAUTHENTICATED) {
            headers.put("www-authenticate", "Bearer"); // RFC 9110, section 15.5.2: one is required
        }
        return last(call, reply, failure(status(status.code()), headers, status), attempt);
    }

    private HttpReply failure(int code, Map<String, String> headers, Status status) {
        Duration wait = status.retryAfter();
        if (wait != null) {
            headers.put("retry-after", String.valueOf((wait.toMillis() + 999) / 1_000)); // RFC 9110, 10.2.3: seconds
        }
        JsonWriter body = encoder.writer().error(status);
        return new HttpReply(code, headers, body.array(), body.length());
    }

    /** Answers a request that does not become a call. */
    CompletableFuture<HttpReply> refuse(
            int code, HttpRequest request, Caller caller, Map<String, String> headers, Status status) {
        MethodDescriptor<?, ?> method = method(request.path());
        settings.refused(
                method == null ? "" : method.serviceName(),
                method == null ? "" : method.methodName(),
                caller.peer(),
                status);
        return CompletableFuture.completedFuture(failure(code, headers, status));
    }

    private static int status(StatusCode code) {
        return switch (code) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case ABORTED, ALREADY_EXISTS -> 409;
            case RESOURCE_EXHAUSTED -> 429;
            case CANCELLED -> 499;
            case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
            case UNIMPLEMENTED -> 501;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
        };
    }
}
