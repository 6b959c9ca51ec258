package io.rpcidl.codegen.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.idl.model.Value;

/** Defaults, constants and examples as JSON. Numbers are text: they keep all their digits. */
final class ValueJson {

    private ValueJson() {}

    /** Returns a value; its depth is bounded by the compiler. */
    static ObjectNode of(Value value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (value instanceof Value.Bool bool) {
            node.put("kind", "bool").put("value", bool.value());
        } else if (value instanceof Value.Number number) {
            node.put("kind", "number").put("text", number.text());
        } else if (value instanceof Value.Text text) {
            node.put("kind", "text").put("text", text.value());
        } else if (value instanceof Value.Member member) {
            node.put("kind", "enum").put("type", member.enumName().toString()).put("member", member.member());
        } else if (value instanceof Value.Elements elements) {
            ArrayNode values = node.put("kind", "elements").putArray("values");
            elements.values().forEach(each -> values.add(of(each)));
        } else if (value instanceof Value.Entries entries) {
            ArrayNode list = node.put("kind", "entries").putArray("entries");
            for (Value.Entry each : entries.entries()) {
                ObjectNode entry = list.addObject();
                entry.set("key", of(each.key()));
                entry.set("value", of(each.value()));
            }
        } else if (value instanceof Value.Members struct) {
            ObjectNode members = node.put("kind", "struct")
                    .put("type", struct.type().toString())
                    .putObject("members");
            struct.members().forEach((name, each) -> members.set(name, of(each)));
        } else {
            Value.Case union = (Value.Case) value;
            node.put("kind", "union").put("type", union.union().toString()).put("member", union.member());
            union.payload().ifPresent(payload -> node.set("payload", of(payload)));
        }
        return node;
    }
}
