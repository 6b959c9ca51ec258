package io.rpcidl.runtime.conformance;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * A case of {@code docs/conformance}.
 *
 * @param chapter the name of its file, without the ending
 * @param rule the sentence or the row of {@code docs/wire.md} under which it stands
 */
record Case(String chapter, String rule, String name, JsonNode json) {

    static final String CLIENT = "client";

    private static final Path FOLDER = Path.of("../docs/conformance");

    /** What plays a case and fails if something else happens than it says. */
    @FunctionalInterface
    interface Player {
        void play(JsonNode json) throws Exception;
    }

    /** Returns all cases, chapter by chapter. */
    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".json")) {
                    read(file, cases);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static void read(Path file, List<Case> cases) throws IOException {
        String chapter = file.getFileName().toString().replace(".json", "");
        for (JsonNode rule : Json.read(Files.readString(file)).get("rules")) {
            for (JsonNode each : rule.get("cases")) {
                cases.add(new Case(
                        chapter, rule.get("rule").asText(), each.get("name").asText(), each));
            }
        }
    }

    /** Returns the test of this case. What is known to fail must do so: else its note is out of date. */
    DynamicTest test(Player player) {
        return DynamicTest.dynamicTest(chapter + ": " + name, () -> {
            Throwable failure = failure(player);
            if (json.has("fails")) {
                assertNotNull(failure, () -> this + " no longer fails: " + json.get("fails"));
            }
            if (failure != null && (json.has("fails") || json.has("may_fail"))) {
                throw new TestAbortedException(this + " is known to fail", failure);
            } else if (failure != null) {
                throw new AssertionError(this + ": " + failure.getMessage(), failure);
            }
        });
    }

    private Throwable failure(Player player) {
        try {
            player.play(json);
            return null;
        } catch (Exception | AssertionError e) {
            return e;
        }
    }

    @Override
    public String toString() {
        return "'" + chapter + ": " + name + "'";
    }
}
