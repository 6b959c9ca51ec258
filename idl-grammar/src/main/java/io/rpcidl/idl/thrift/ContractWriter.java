package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes one contract: first its constants' values, as others need them, and when all have theirs, the whole. */
final class ContractWriter {

    private final SourceUnit unit;
    private final Model model;
    private final DiagnosticSink sink;
    private final Imports imports;
    private final TypeWriter types;
    private final ValueWriter values;
    private final FieldWriter fields;

    ContractWriter(SourceUnit unit, Model model, DiagnosticSink sink) {
        this.unit = unit;
        this.model = model;
        this.sink = sink;
        this.imports = new Imports(model.directory(), model.directory().plan().name(unit));
        this.types = new TypeWriter(unit, model, imports, sink);
        this.values = new ValueWriter(unit, model, imports, sink);
        this.fields = new FieldWriter(types, values, model.requirements(), sink);
    }

    SourceUnit unit() {
        return unit;
    }

    Model model() {
        return model;
    }

    DiagnosticSink sink() {
        return sink;
    }

    Imports imports() {
        return imports;
    }

    TypeWriter types() {
        return types;
    }

    FieldWriter fields() {
        return fields;
    }

    /** Finds the values of this file's constants; those of included files must be known. */
    void evaluate() {
        for (Definition each : unit.document().definitions()) {
            if (each instanceof Definition.Constant constant) {
                Constants.Entry entry = new Constants.Entry(
                        values.write(constant.value(), constant.type()),
                        values.names().scalar(constant.value()));
                model.constants().put(model.directory().symbol(each), entry);
            }
        }
    }

    /** Returns the whole contract. */
    String write() {
        Page body = new Page();
        DefinitionWriter definitions = new DefinitionWriter(model, types, fields, sink, body);
        ServiceWriter services = new ServiceWriter(this, body);
        Definition last = null;
        for (Definition each : unit.document().definitions()) {
            boolean constants = last instanceof Definition.Constant && each instanceof Definition.Constant;
            if (!constants || !each.around().before().isEmpty()) {
                body.blank();
            }
            Symbol symbol = model.directory().symbol(each);
            if (each instanceof Definition.Service service) {
                services.write(symbol, service);
            } else {
                definitions.write(symbol);
            }
            last = each;
        }
        if (!unit.document().tail().isEmpty()) {
            body.blank();
            body.remarks(unit.document().tail(), false);
        }
        return head() + (body.toString().isEmpty() ? "" : "\n") + body;
    }

    private String head() {
        PackagePlan plan = model.directory().plan();
        Page head = new Page();
        head.remarks(unit.document().head().before(), true);
        head.blank();
        head.line("// Imported from " + SafeText.line(unit.document().simpleName(), 200) + ".thrift.");
        head.leftOut(notes(plan));
        head.line("package " + plan.name(unit) + ";");
        Optional<String> javaPackage = plan.javaPackage(plan.name(unit));
        String statements = imports.statements()
                + javaPackage
                        .map(name -> "option java.package = \"" + name + "\";\n")
                        .orElse("");
        return head + (statements.isEmpty() ? "" : "\n" + statements);
    }

    private List<String> notes(PackagePlan plan) {
        List<String> notes = new ArrayList<>(unit.document().head().leftOut());
        List<ThriftDocument.Namespace> namespaces = plan.leftOut(unit);
        if (!namespaces.isEmpty()) {
            String all = namespaces.stream()
                    .map(each -> each.language() + " " + each.name())
                    .collect(Collectors.joining(", "));
            notes.add(SafeText.line("namespaces were left out: " + all, 2_000));
        }
        if (unit.document().definitions().stream().anyMatch(ContractWriter::hasFields)) {
            notes.add("the numbers of fields were left out, as names go over the wire");
        }
        return notes;
    }

    private static boolean hasFields(Definition definition) {
        return definition instanceof Definition.Structure structure
                && !structure.fields().isEmpty();
    }
}
