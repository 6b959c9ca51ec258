package io.rpcidl.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.Related;
import io.rpcidl.idl.source.Position;
import io.rpcidl.idl.source.Span;
import java.util.List;

/** Findings as JSON, for editors and other programs; docs/cli.md describes each member. */
final class DiagnosticsJson {

    /** Grows when a member changes its meaning or goes; new ones may come at any time. */
    private static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DiagnosticsJson() {}

    static String of(List<Diagnostic> diagnostics, List<String> changed) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("version", VERSION);
        document.put("errors", diagnostics.stream().filter(Diagnostic::isError).count());
        document.put(
                "warnings", diagnostics.stream().filter(each -> !each.isError()).count());
        if (!changed.isEmpty()) {
            ArrayNode names = document.putArray("changed");
            changed.forEach(names::add);
        }
        ArrayNode list = document.putArray("diagnostics");
        diagnostics.forEach(each -> append(list.addObject(), each));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(document)
                    .replace("\r\n", "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings that have no JSON: " + diagnostics, e);
        }
    }

    private static void append(ObjectNode node, Diagnostic diagnostic) {
        node.put("code", diagnostic.code().id());
        node.put("severity", diagnostic.severity().toString());
        node.put("message", diagnostic.message());
        appendPlace(node, diagnostic.span());
        diagnostic.help().ifPresent(help -> node.put("help", help));
        ArrayNode related = node.putArray("related");
        for (Related each : diagnostic.related()) {
            ObjectNode other = related.addObject();
            other.put("message", each.message());
            appendPlace(other, each.span());
        }
    }

    private static void appendPlace(ObjectNode node, Span span) {
        node.put("file", span.file().name());
        appendPosition(node.putObject("start"), span.startPosition(), span.start());
        appendPosition(node.putObject("end"), span.file().position(span.end()), span.end());
    }

    private static void appendPosition(ObjectNode node, Position position, int offset) {
        node.put("line", position.line());
        node.put("column", position.column());
        node.put("offset", offset);
    }
}
