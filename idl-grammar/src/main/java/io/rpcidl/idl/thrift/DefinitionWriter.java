package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the declarations of one contract, services apart. */
final class DefinitionWriter {

    private final Model model;
    private final TypeWriter types;
    private final FieldWriter fields;
    private final DiagnosticSink sink;
    private final Page page;

    DefinitionWriter(Model model, TypeWriter types, FieldWriter fields, DiagnosticSink sink, Page page) {
        this.model = model;
        this.types = types;
        this.fields = fields;
        this.sink = sink;
        this.page = page;
    }

    void write(Symbol symbol) {
        if (symbol.definition() instanceof Definition.Constant constant) {
            write(symbol, constant);
        } else if (symbol.definition() instanceof Definition.Typedef typedef) {
            write(symbol, typedef);
        } else if (symbol.definition() instanceof Definition.Enumeration enumeration) {
            write(symbol, enumeration);
        } else if (symbol.definition() instanceof Definition.StringEnumeration enumeration) {
            String members = "it was an enum of strings: " + String.join(", ", enumeration.members());
            head(symbol, List.of(SafeText.line(members, 1_000)));
            line(symbol, "alias " + symbol.name() + " = string;");
        } else if (symbol.definition() instanceof Definition.Structure structure) {
            write(symbol, structure);
        }
    }

    private void write(Symbol symbol, Definition.Constant constant) {
        WrittenValue value = model.constants().find(symbol).orElseThrow().written();
        List<String> leftOut = new ArrayList<>();
        TypeWriter.Written type = types.write(constant.type(), leftOut);
        if (value.text().isPresent()) {
            head(symbol, leftOut);
            // The range of a number need not be said of one that is known.
            String annotations = type.annotations().contains("@entries") ? type.annotations() : "";
            String text = value.text().get() + annotations + ";";
            line(symbol, "const " + symbol.name() + ": " + type.type() + " = " + text);
            return;
        }
        if (value.isLeftOut()) {
            String message = "the constant '" + constant.name() + "' is left out: " + value.problem();
            sink.add(Code.THRIFT_VALUE, constant.value().span(), message);
        }
        leftOut.add("the constant " + constant.name() + " was left out: " + value.problem());
        // A comment that documents nothing must not document what follows.
        page.remarks(constant.around().before(), false);
        page.leftOut(constant.around().leftOut());
        page.leftOut(leftOut);
    }

    private void write(Symbol symbol, Definition.Typedef typedef) {
        List<String> leftOut = new ArrayList<>();
        TypeWriter.Written type = types.write(typedef.type(), leftOut);
        head(symbol, leftOut);
        line(symbol, "alias " + symbol.name() + " = " + type + ";");
    }

    private void write(Symbol symbol, Definition.Enumeration enumeration) {
        if (enumeration.members().isEmpty()) {
            head(symbol, List.of("it was an enum without members"));
            line(symbol, "alias " + symbol.name() + " = string;");
            return;
        }
        head(symbol, List.of());
        page.line("enum " + symbol.name() + " {");
        page.indent();
        for (Definition.Member each : enumeration.members()) {
            page.blank(each.around().spaced());
            page.remarks(each.around().before(), true);
            String name = symbol.member(each.name().text());
            page.leftOut(
                    each.around().with(Names.lost(each.name().text(), name)).leftOut());
            List<String> number = each.numbered() ? List.of("= " + each.number()) : List.of();
            page.line(name + Names.wire(each.name().text(), name) + ","
                    + Page.behind(each.around().behind(), number));
        }
        close(symbol);
    }

    private void write(Symbol symbol, Definition.Structure structure) {
        boolean loose = model.requirements().isLoosened(symbol);
        boolean union = structure.kind() == Definition.Kind.UNION && !loose;
        if (structure.fields().isEmpty()) {
            head(symbol, union ? List.of("it was a union without members") : List.of());
            page.remarks(structure.around().within(), false);
            String keyword = structure.kind() == Definition.Kind.EXCEPTION ? "error " : "struct ";
            line(symbol, keyword + symbol.name() + " {}");
            return;
        }
        head(symbol, loose ? List.of("it was a union of which no value could be built") : List.of());
        String keyword = structure.kind() == Definition.Kind.EXCEPTION ? "error" : union ? "union" : "struct";
        page.line(keyword + " " + symbol.name() + " {");
        page.indent();
        for (ThriftField each : structure.fields()) {
            List<String> leftOut = new ArrayList<>(each.around().leftOut());
            String name = symbol.member(each.name().text());
            FieldWriter.Owner owner = union ? FieldWriter.Owner.UNION : FieldWriter.Owner.STRUCT;
            String text = fields.write(each, name, owner, leftOut);
            page.blank(each.around().spaced());
            page.remarks(each.around().before(), true);
            page.leftOut(leftOut.stream().distinct().toList());
            page.line(text + ";" + Page.behind(each.around().behind(), List.of()));
        }
        close(symbol);
    }

    private void head(Symbol symbol, List<String> leftOut) {
        page.remarks(symbol.definition().around().before(), true);
        rename(symbol).ifPresent(text -> page.leftOut(List.of(text)));
        page.leftOut(symbol.definition().around().leftOut());
        page.leftOut(leftOut);
    }

    static Optional<String> rename(Symbol symbol) {
        String original = symbol.definition().name().text();
        return original.equals(symbol.name())
                ? Optional.empty()
                : Optional.of("it was called " + SafeText.line(original, 200));
    }

    private void close(Symbol symbol) {
        page.remarks(symbol.definition().around().within(), false);
        page.outdent();
        line(symbol, "}");
    }

    private void line(Symbol symbol, String text) {
        page.line(text + Page.behind(symbol.definition().around().behind(), List.of()));
    }
}
