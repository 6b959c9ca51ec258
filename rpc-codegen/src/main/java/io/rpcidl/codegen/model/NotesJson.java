package io.rpcidl.codegen.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.idl.model.Allowance;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.source.Position;
import java.util.Locale;

/** What an author says about something, and where, as JSON. What there is nothing to say of is left out. */
final class NotesJson {

    private NotesJson() {}

    static void append(ObjectNode node, Noted noted) {
        Notes notes = noted.notes();
        if (!notes.doc().isEmpty()) {
            node.put("doc", notes.doc());
        }
        notes.deprecated().ifPresent(reason -> node.put("deprecated", reason));
        if (!notes.examples().isEmpty()) {
            ArrayNode examples = node.putArray("examples");
            notes.examples().forEach(each -> examples.add(ValueJson.of(each)));
        }
        if (!notes.allowances().isEmpty()) {
            ArrayNode allowances = node.putArray("allows");
            for (Allowance each : notes.allowances()) {
                allowances.addObject().put("code", each.code()).put("reason", each.reason());
            }
        }
        Position position = noted.span().startPosition();
        node.putObject("place")
                .put("file", noted.span().file().name())
                .put("line", position.line())
                .put("column", position.column());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
