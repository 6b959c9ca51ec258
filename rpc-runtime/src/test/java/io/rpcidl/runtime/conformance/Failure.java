package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** What a case says of an error: only the members that it names are compared. */
final class Failure {

    private Failure() {}

    static void check(JsonNode expected, JsonNode actual, String shown) {
        assertTrue(actual.isObject(), () -> "expected the error " + expected + ", got " + shown);
        for (Map.Entry<String, JsonNode> each : expected.properties()) {
            String member = each.getKey();
            String message = actual.path("message").asText();
            boolean holds = switch (member) {
                case "place" -> names(message, each.getValue().asText());
                case "offset" ->
                    message.matches("(?s).*\\b\\d+\\b.*") == each.getValue().asBoolean();
                case "lacks" -> !actual.has(each.getValue().asText());
                default -> Json.equal(each.getValue(), actual.path(member));
            };
            assertTrue(holds, () -> member + " is not " + each.getValue() + ": " + shown);
        }
    }

    /** Returns whether a message names a place, and not one that only starts alike. */
    private static boolean names(String message, String place) {
        return Pattern.compile("(?<![\\w/~])" + Pattern.quote(place) + "(?![\\w/~])")
                .matcher(message)
                .find();
    }
}
