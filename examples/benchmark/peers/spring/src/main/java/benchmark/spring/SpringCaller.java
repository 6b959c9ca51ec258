package benchmark.spring;

import benchmark.load.Caller;
import benchmark.load.Errors;
import benchmark.load.Operation;
import benchmark.load.Values;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Calls through the JDK's client, and reads the answers with Jackson. */
final class SpringCaller implements Caller {

    static { // less than the server's 20 s: a POST that meets a connection as it is closed fails, and is not sent again
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // does not ask for an upgrade with each request
            .build();
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final String base;

    SpringCaller(int port) {
        base = "http://127.0.0.1:" + port + "/users";
    }

    @Override
    public Blocking blocking(Operation operation) {
        return number -> {
            HttpResponse<byte[]> response =
                    client.send(request(operation, number), HttpResponse.BodyHandlers.ofByteArray());
            return isRight(operation, number, response);
        };
    }

    @Override
    public Optional<Async> async(Operation operation) {
        return Optional.of((number, outcome) -> outcome.endsWith(
                client.sendAsync(request(operation, number), HttpResponse.BodyHandlers.ofByteArray()),
                response -> isRight(operation, number, response)));
    }

    private HttpRequest request(Operation operation, int number) {
        return switch (operation) {
            case EXIST_USER -> get("/exist?email=" + URLEncoder.encode(Values.email(number), StandardCharsets.UTF_8));
            case CREATE_USER ->
                HttpRequest.newBuilder(URI.create(base))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(write(User.of(number))))
                        .build();
            case GET_USER -> get("/" + number);
            case LIST_USER -> get("?pageNo=" + number);
        };
    }

    private HttpRequest get(String rest) {
        return HttpRequest.newBuilder(URI.create(base + rest)).build();
    }

    private byte[] write(User user) {
        try {
            return json.writeValueAsBytes(user);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRight(Operation operation, int number, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return false;
        }
        try {
            return switch (operation) {
                case EXIST_USER, CREATE_USER -> json.readValue(response.body(), Boolean.class);
                case GET_USER -> isRight(json.readValue(response.body(), User.class), number);
                case LIST_USER -> isRight(json.readValue(response.body(), Page.class), number);
            };
        } catch (IOException e) {
            Errors.show(e);
            return false;
        }
    }

    private static boolean isRight(User user, int number) {
        return user.id() == number && user.permissions().size() == 15;
    }

    private static boolean isRight(Page page, int number) {
        return page.result().size() == Values.PAGE_SIZE
                && page.result().get(0).id() == (long) number * Values.PAGE_SIZE;
    }
}
