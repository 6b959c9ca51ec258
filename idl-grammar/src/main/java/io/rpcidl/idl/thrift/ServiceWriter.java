package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the services of one contract. */
final class ServiceWriter {

    private static final int LINE = 110;

    private final SourceUnit unit;
    private final Model model;
    private final Imports imports;
    private final TypeWriter types;
    private final FieldWriter fields;
    private final DiagnosticSink sink;
    private final Page page;

    ServiceWriter(ContractWriter contract, Page page) {
        this.unit = contract.unit();
        this.model = contract.model();
        this.imports = contract.imports();
        this.types = contract.types();
        this.fields = contract.fields();
        this.sink = contract.sink();
        this.page = page;
    }

    void write(Symbol symbol, Definition.Service service) {
        List<String> leftOut = new ArrayList<>(service.around().leftOut());
        Optional<Symbol> parent = service.parent().flatMap(name -> parent(name, leftOut));
        DefinitionWriter.rename(symbol).ifPresent(leftOut::add);
        page.remarks(service.around().before(), true);
        page.leftOut(leftOut);
        if (!symbol.name().equals(service.name().text())) {
            String wire = symbol.packageName() + "." + service.name();
            page.line("@wire(" + ScalarWriter.quote(wire) + ")");
        }
        page.line("service " + symbol.name()
                + parent.map(each -> " extends " + imports.reference(each)).orElse("") + " {");
        page.indent();
        Set<String> inherited = model.inherited().of(parent);
        for (ThriftMethod each : service.methods()) {
            page.blank();
            method(each, symbol.member(each.name().text()), inherited);
        }
        page.remarks(service.around().within(), false);
        page.outdent();
        page.line("}" + Page.behind(service.around().behind(), List.of()));
    }

    private Optional<Symbol> parent(Word name, List<String> leftOut) {
        Optional<Symbol> found = model.resolver().type(unit, name);
        if (found.isEmpty()) {
            leftOut.add("extends " + Places.excerpt(name.text()) + " was left out, as its file is not there");
        } else if (!(found.get().definition() instanceof Definition.Service)) {
            sink.add(Code.THRIFT_KIND, name.span(), "'" + Places.excerpt(name.text()) + "' is not a service");
        }
        return found;
    }

    private void method(ThriftMethod method, String name, Set<String> inherited) {
        List<String> leftOut = new ArrayList<>(method.around().leftOut());
        if (inherited.contains(method.name().text())) {
            page.remarks(method.around().before(), false);
            leftOut.add("the method " + method.name() + " was left out, as it is inherited");
            page.leftOut(leftOut);
            String message = "the method '" + method.name() + "' is left out, as it is inherited";
            sink.add(Code.THRIFT_CHANGED, method.name().span(), message);
            return;
        }
        String wire = FieldWriter.wire(method.name(), name).strip();
        String start = (wire.isEmpty() ? "" : wire + " ") + (method.oneway() ? "oneway " : "") + name + "(";
        String result =
                method.result().map(type -> ": " + types.write(type, leftOut)).orElse("");
        String end = ")" + result + errors(method, leftOut) + ";"
                + Page.behind(method.around().behind(), List.of());
        if (method.oneway() && (method.result().isPresent() || !method.errors().isEmpty())) {
            sink.add(
                    Code.THRIFT_ONEWAY,
                    method.name().span(),
                    "the oneway method '" + method.name() + "' has an answer");
        }
        page.remarks(method.around().before(), true);
        List<String> parameters = parameters(method, leftOut);
        page.leftOut(leftOut);
        boolean plain =
                method.parameters().stream().allMatch(each -> each.around().isEmpty());
        String line = start + String.join(", ", parameters) + end;
        if (plain && line.length() <= LINE) {
            page.line(line);
        } else if (method.parameters().isEmpty()) {
            page.line(start + end);
        } else {
            lines(method, start, parameters, end);
        }
    }

    private List<String> parameters(ThriftMethod method, List<String> leftOut) {
        Map<String, String> names = Names.ofMembers(
                method.parameters().stream().map(each -> each.name().text()).toList());
        List<String> texts = new ArrayList<>();
        for (ThriftField each : method.parameters()) {
            String name = names.get(each.name().text());
            List<String> lost = new ArrayList<>();
            texts.add(fields.write(each, name, FieldWriter.Owner.METHOD, lost));
            lost.forEach(text -> leftOut.add(name + ": " + text));
        }
        return texts;
    }

    private void lines(ThriftMethod method, String start, List<String> parameters, String end) {
        page.line(start);
        page.indent();
        page.indent();
        for (int i = 0; i < parameters.size(); i++) {
            Surroundings around = method.parameters().get(i).around();
            page.remarks(around.before(), true);
            page.leftOut(around.leftOut());
            String separator = i + 1 < parameters.size() ? "," : "";
            page.line(parameters.get(i) + separator + Page.behind(around.behind(), List.of()));
        }
        page.outdent();
        page.outdent();
        page.line(end);
    }

    private String errors(ThriftMethod method, List<String> leftOut) {
        Set<String> names = new LinkedHashSet<>();
        for (ThriftField each : method.errors()) {
            leftOut.addAll(each.around().leftOut());
            error(each, leftOut).ifPresent(names::add);
        }
        return names.isEmpty() ? "" : " throws " + String.join(", ", names);
    }

    private Optional<String> error(ThriftField field, List<String> leftOut) {
        if (field.type() instanceof ThriftType.Named named) {
            if (model.resolver().type(unit, named.name()).isEmpty()) {
                leftOut.add(
                        "throws " + Places.excerpt(named.name().text()) + " was left out, as its file is not there");
                return Optional.empty();
            }
            Typedefs.Linked type = model.typedefs().link(unit, named);
            if (type.structure()
                    .filter(each -> each.kind() == Definition.Kind.EXCEPTION)
                    .isPresent()) {
                return type.symbol().map(imports::reference);
            }
            if (type.symbol().isEmpty() && !(type.type() instanceof ThriftType.Base)) {
                leftOut.add(
                        "throws " + Places.excerpt(named.name().text()) + " was left out, as its file is not there");
                return Optional.empty();
            }
        }
        sink.add(Code.THRIFT_KIND, field.name().span(), "'" + field.name() + "' is thrown but is not an exception");
        return Optional.empty();
    }
}
