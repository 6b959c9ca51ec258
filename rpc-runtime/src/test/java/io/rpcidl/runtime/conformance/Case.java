package io.rpcidl.runtime.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
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
            if (json.has("fails")) {
                String why = json.get("fails").asText();
                Assertions.assertThrows(Throwable.class, () -> player.play(json), "no longer fails: " + why);
                throw new TestAbortedException("known to fail: " + why);
            } else if (json.has("may_fail")) {
                playWithLuck(player);
            } else {
                player.play(json);
            }
        });
    }

    private void playWithLuck(Player player) throws Exception {
        try {
            player.play(json);
        } catch (AssertionError e) {
            throw new TestAbortedException(
                    "known to fail at times: " + json.get("may_fail").asText(), e);
        }
    }
}
