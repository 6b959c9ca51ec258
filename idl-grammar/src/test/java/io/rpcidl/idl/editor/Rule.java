package io.rpcidl.idl.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Option;
import org.joni.Regex;

/**
 * One rule of a TextMate grammar: a {@code match}, or a {@code begin} with its {@code end}, or a list of others.
 *
 * @param names the scopes of groups of what begins, or of the match, by number
 * @param endNames the scopes of groups of what ends
 * @param children what is looked for between begin and end, or the members of a list
 */
record Rule(
        String scope,
        Regex begin,
        Regex end,
        Map<Integer, String> names,
        Map<Integer, String> endNames,
        List<Rule> children) {

    /** Reads rules, each once: they include each other in circles. */
    static final class Reader {

        private final JsonNode grammar;
        private final Map<String, Rule> read = new TreeMap<>();

        Reader(JsonNode grammar) {
            this.grammar = grammar;
        }

        Rule root() {
            return rule(grammar);
        }

        private Rule included(String name) {
            Rule known = read.get(name);
            if (known == null) {
                JsonNode node = grammar.path("repository").path(name.substring(1));
                if (node.isMissingNode()) {
                    throw new IllegalArgumentException("nothing is called " + name);
                }
                known = empty(node);
                read.put(name, known);
                fill(known, node);
            }
            return known;
        }

        private Rule rule(JsonNode node) {
            Rule rule = empty(node);
            fill(rule, node);
            return rule;
        }

        private void fill(Rule rule, JsonNode node) {
            for (JsonNode child : node.path("patterns")) {
                rule.children.add(
                        child.has("include") ? included(child.get("include").asText()) : rule(child));
            }
        }

        private static Rule empty(JsonNode node) {
            boolean spans = node.has("begin");
            return new Rule(
                    node.has("scopeName") ? null : node.path("name").asText(null),
                    regex(node.path(spans ? "begin" : "match").asText(null)),
                    regex(node.path("end").asText(null)),
                    captures(node.path(spans ? "beginCaptures" : "captures")),
                    captures(node.path("endCaptures")),
                    new ArrayList<>());
        }

        private static Map<Integer, String> captures(JsonNode node) {
            Map<Integer, String> names = new TreeMap<>();
            node.properties()
                    .forEach(each -> names.put(
                            Integer.valueOf(each.getKey()),
                            each.getValue().get("name").asText()));
            return names;
        }

        private static Regex regex(String pattern) {
            if (pattern == null) {
                return null;
            }
            byte[] bytes = pattern.getBytes(StandardCharsets.UTF_8);
            return new Regex(bytes, 0, bytes.length, Option.CAPTURE_GROUP, UTF8Encoding.INSTANCE);
        }
    }
}
