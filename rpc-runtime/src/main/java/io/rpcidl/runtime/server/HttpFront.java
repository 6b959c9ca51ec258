package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.service.HealthService;
import io.rpcidl.runtime.service.ServerHealth;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.transport.HttpReply;
import io.rpcidl.transport.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers in HTTP: {@code GET /health/live} and {@code /health/ready} for probes, and
 * {@code POST /service/method}. A page of a web site may call only if its origin is allowed: browsers always say who
 * asks, and send some requests without asking first (Fetch standard, "HTTP-network-or-cache fetch").
 */
final class HttpFront {

    private final HttpCalls calls;
    private final MessageWriter writer;
    private final Set<String> origins;
    private final boolean tlsOnly;
    private final ServerHealth health;

    HttpFront(ServerSettings settings) {
        this.calls = new HttpCalls(settings);
        this.writer = settings.writer();
        this.origins = settings.origins();
        this.tlsOnly = settings.tlsOnly();
        this.health = settings.health();
    }

    /**
     * Answers a request.
     *
     * @param draining whether the server is shutting down
     * @param full why there is no room for a call, or null
     */
    CompletableFuture<HttpReply> answer(
            HttpRequest request, HttpCalls.Caller caller, boolean draining, @Nullable String full) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (draining) {
            headers.put("connection", "close");
        }
        if (tlsOnly && !caller.peer().encrypted()) {
            headers.put("connection", "close");
            return refuse(403, headers, StatusCode.FAILED_PRECONDITION, "this port takes TLS only");
        }
        String origin = request.headers().get("origin");
        if (origin != null && !origins.contains(origin)) {
            return refuse(
                    403, headers, StatusCode.PERMISSION_DENIED, "pages of this origin may not call: allowOrigin(…)");
        }
        if (origin != null) {
            headers.put("access-control-allow-origin", origin);
            headers.put("vary", "origin");
        }
        String path = request.path();
        return switch (request.method()) {
            case "OPTIONS" -> preflight(request, origin, headers);
            case "GET", "HEAD" -> calls.method(path) == null ? health(path, headers) : notAllowed("POST", headers);
            case "POST" -> {
                boolean ending = draining && !path.startsWith("/" + HealthService.NAME + "/");
                if (ending || full != null) {
                    String message = full == null ? "the server is shutting down" : full;
                    StatusCode code = full == null ? StatusCode.UNAVAILABLE : StatusCode.RESOURCE_EXHAUSTED;
                    yield calls.refuse(
                            full == null ? 503 : 429, request, caller, headers, Status.notProcessed(code, message));
                }
                yield calls.call(request, caller, headers);
            }
            default -> notAllowed("GET, HEAD, POST", headers);
        };
    }

    private CompletableFuture<HttpReply> preflight(
            HttpRequest request, @Nullable String origin, Map<String, String> headers) {
        if (origin == null) {
            return notAllowed("GET, HEAD, POST", headers);
        }
        headers.put("access-control-allow-methods", "POST");
        headers.put("access-control-max-age", "600");
        String asked = request.headers().get("access-control-request-headers");
        if (asked != null) {
            headers.put("access-control-allow-headers", asked);
        }
        return text(204, headers, "");
    }

    private CompletableFuture<HttpReply> health(String path, Map<String, String> headers) {
        headers.put("cache-control", "no-store");
        return switch (path) {
            case "/health/live" -> text(200, headers, "{\"status\":\"SERVING\"}\n");
            case "/health/ready" ->
                health.isServing()
                        ? text(200, headers, "{\"status\":\"SERVING\"}\n")
                        : text(503, headers, "{\"status\":\"NOT_SERVING\"}\n");
            default -> {
                String hint = "GET answers /health/live and /health/ready; a call is POST /service/method";
                yield refuse(404, headers, StatusCode.UNIMPLEMENTED, hint);
            }
        };
    }

    private CompletableFuture<HttpReply> notAllowed(String allowed, Map<String, String> headers) {
        headers.put("allow", allowed);
        return refuse(405, headers, StatusCode.UNIMPLEMENTED, "answered are " + allowed);
    }

    private CompletableFuture<HttpReply> refuse(
            int status, Map<String, String> headers, StatusCode code, String message) {
        JsonWriter body = writer.error(Status.notProcessed(code, message));
        return CompletableFuture.completedFuture(new HttpReply(status, headers, body.array(), body.length()));
    }

    private static CompletableFuture<HttpReply> text(int status, Map<String, String> headers, String text) {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        return CompletableFuture.completedFuture(new HttpReply(status, headers, body, body.length));
    }
}
