package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the methods of one contract, on one line each where that has room. */
final class MethodWriter {

    private static final int LINE = 110;

    private final ContractWriter contract;
    private final Page page;

    MethodWriter(ContractWriter contract, Page page) {
        this.contract = contract;
        this.page = page;
    }

    void write(ThriftMethod method, String name) {
        if (method.oneway() && (method.result().isPresent() || !method.errors().isEmpty())) {
            String message = "the oneway method '" + method.name() + "' has a result or exceptions";
            contract.sink().add(Code.THRIFT_ONEWAY, method.name().span(), message);
        }
        List<String> leftOut = new ArrayList<>(method.around().leftOut());
        leftOut.addAll(Names.lost(method.name().text(), name));
        String wire = Names.wire(method.name().text(), name).strip();
        String start = (wire.isEmpty() ? "" : wire + " ") + (method.oneway() ? "oneway " : "") + name + "(";
        List<String> parameters = parameters(method, leftOut);
        String result = method.result()
                .map(type -> ": " + contract.types().write(type, leftOut))
                .orElse("");
        String end = ")" + result + errors(method, leftOut) + ";"
                + Page.behind(method.around().behind(), List.of());
        page.remarks(method.around().before(), true);
        page.leftOut(leftOut.stream().distinct().toList());
        String line = start + String.join(", ", parameters) + end;
        boolean plain =
                method.parameters().stream().allMatch(each -> each.around().isEmpty());
        if (parameters.isEmpty() || (plain && line.length() <= LINE)) {
            page.line(line);
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
            texts.add(contract.fields().write(each, name, FieldWriter.Owner.METHOD, lost));
            lost.forEach(text -> leftOut.add(name + ": " + text));
        }
        return texts;
    }

    private void lines(ThriftMethod method, String start, List<String> parameters, String end) {
        page.line(start);
        page.indent();
        for (int i = 0; i < parameters.size(); i++) {
            Surroundings around = method.parameters().get(i).around();
            page.remarks(around.before(), true);
            page.leftOut(around.leftOut());
            String separator = i + 1 < parameters.size() ? "," : "";
            page.line(parameters.get(i) + separator + Page.behind(around.behind(), List.of()));
        }
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

    /** Returns the exception that a field of a throws clause is about, typedefs followed. */
    private Optional<String> error(ThriftField field, List<String> leftOut) {
        if (!(field.type() instanceof ThriftType.Named named)) {
            return refused(field);
        }
        Optional<Symbol> symbol = contract.model().resolver().type(contract.unit(), named.name());
        Typedefs.Linked type = contract.model().typedefs().link(contract.unit(), named);
        if (type.symbol().isEmpty() && type.type() instanceof ThriftType.Named) {
            leftOut.add("throws " + Places.excerpt(named.name().text()) + " was left out, as its file is not there");
            return Optional.empty();
        }
        boolean isError = type.structure()
                .filter(each -> each.kind() == Definition.Kind.EXCEPTION)
                .isPresent();
        return symbol.isPresent() && isError ? type.symbol().map(contract.imports()::reference) : refused(field);
    }

    private Optional<String> refused(ThriftField field) {
        String message = "'" + field.name() + "' is thrown, but is no exception";
        contract.sink().add(Code.THRIFT_KIND, field.name().span(), message);
        return Optional.empty();
    }
}
