package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes the tree of one file of what the parser understood. */
final class DocumentBuilder {

    /** The language that a statement of old versions is about. */
    private static final Map<String, String> OLD_LANGUAGES = Map.of("java_package", "java", "py_module", "py");

    private final SourceFile file;
    private final ValueBuilder values;
    private final Remarks remarks;
    private final MemberBuilder members;

    private final List<Word> includes = new ArrayList<>();
    private final List<ThriftDocument.Namespace> namespaces = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Remark> head = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    DocumentBuilder(SourceFile file, CommonTokenStream tokens, DiagnosticSink sink) {
        this.file = file;
        this.values = new ValueBuilder(file, sink);
        this.remarks = new Remarks(file, tokens);
        this.members = new MemberBuilder(file, values, remarks);
    }

    ThriftDocument build(ThriftParser.DocumentContext tree, boolean damaged) {
        // What could not be parsed lacks parts; as there will be no contract, nothing of it is needed.
        tree.statement().stream()
                .filter(each -> each.exception == null && !damaged)
                .forEach(this::statement);
        List<Remark> tail =
                tree.EOF() == null ? List.of() : remarks.before(tree.EOF().getSymbol());
        Surroundings around = new Surroundings(head, List.of(), List.of(), leftOut);
        return new ThriftDocument(file, includes, namespaces, definitions, around, tail, damaged);
    }

    private void statement(ThriftParser.StatementContext context) {
        Token first = context.getStart();
        List<Remark> before = remarks.before(first);
        if (context.includeStatement() != null) {
            Token path = context.includeStatement().STRING().getSymbol();
            includes.add(new Word(values.text(path), Places.span(file, path)));
            header(before, context);
        } else if (context.cppIncludeStatement() != null) {
            String path = values.quoted(context.cppIncludeStatement().STRING());
            leftOut.add("cpp_include " + path + " was left out");
            header(before, context);
        } else if (context.namespaceStatement() != null) {
            namespace(context.namespaceStatement());
            header(before, context);
        } else {
            definitions.add(definition(context, before));
        }
    }

    private void header(List<Remark> before, ThriftParser.StatementContext context) {
        head.addAll(before);
        head.addAll(remarks.behind(remarks.separatorBehind(context.getStop())));
    }

    private void namespace(ThriftParser.NamespaceStatementContext context) {
        boolean quoted = context.STRING() != null;
        Token token = (quoted ? context.STRING() : context.IDENTIFIER()).getSymbol();
        Word name = quoted ? new Word(values.text(token), Places.span(file, token)) : values.word(token);
        namespaces.add(new ThriftDocument.Namespace(language(context), name));
    }

    private static String language(ThriftParser.NamespaceStatementContext context) {
        TerminalNode old = context.OLD_NAMESPACE();
        if (old != null) {
            return OLD_LANGUAGES.getOrDefault(old.getText(), old.getText());
        }
        return context.scope() == null ? "*" : context.scope().getText();
    }

    private Definition definition(ThriftParser.StatementContext context, List<Remark> before) {
        if (context.constDefinition() != null) {
            return constant(context.constDefinition(), before);
        }
        if (context.typedefDefinition() != null) {
            return typedef(context.typedefDefinition(), before);
        }
        if (context.enumDefinition() != null) {
            return enumeration(context.enumDefinition(), before);
        }
        if (context.senumDefinition() != null) {
            return stringEnumeration(context.senumDefinition(), before);
        }
        if (context.serviceDefinition() != null) {
            return service(context.serviceDefinition(), before);
        }
        return structure(context, before);
    }

    private Definition constant(ThriftParser.ConstDefinitionContext context, List<Remark> before) {
        List<String> lost = new ArrayList<>();
        ThriftType type = members.types().type(context.type(), lost);
        members.types().annotations(context.annotations(), lost);
        ThriftValue value = values.value(context.value());
        return new Definition.Constant(values.word(context.name()), type, value, around(before, context, lost));
    }

    private Definition typedef(ThriftParser.TypedefDefinitionContext context, List<Remark> before) {
        List<String> lost = new ArrayList<>();
        ThriftType type = members.types().type(context.type(), lost);
        members.types().annotations(context.annotations(), lost);
        return new Definition.Typedef(values.word(context.name()), type, around(before, context, lost));
    }

    private Definition enumeration(ThriftParser.EnumDefinitionContext context, List<Remark> before) {
        List<Remark> above = opened(before, context.enumBody().LEFT_BRACE());
        List<Definition.Member> all = members.members(context.enumBody());
        Surroundings around = body(above, context, context.enumBody().RIGHT_BRACE(), context.annotations());
        return new Definition.Enumeration(values.word(context.name()), all, around);
    }

    private Definition stringEnumeration(ThriftParser.SenumDefinitionContext context, List<Remark> before) {
        List<String> strings =
                context.senumBody().STRING().stream().map(values::quoted).toList();
        List<String> lost = new ArrayList<>();
        members.types().annotations(context.annotations(), lost);
        return new Definition.StringEnumeration(values.word(context.name()), strings, around(before, context, lost));
    }

    private Definition structure(ThriftParser.StatementContext context, List<Remark> before) {
        if (context.structDefinition() != null) {
            ThriftParser.StructDefinitionContext it = context.structDefinition();
            return structure(Definition.Kind.STRUCT, it.name(), it.structBody(), before);
        }
        if (context.unionDefinition() != null) {
            ThriftParser.UnionDefinitionContext it = context.unionDefinition();
            return structure(Definition.Kind.UNION, it.name(), it.structBody(), before);
        }
        ThriftParser.ExceptionDefinitionContext it = context.exceptionDefinition();
        return structure(Definition.Kind.EXCEPTION, it.name(), it.structBody(), before);
    }

    private Definition structure(
            Definition.Kind kind,
            ThriftParser.NameContext name,
            ThriftParser.StructBodyContext body,
            List<Remark> before) {
        List<Remark> above = opened(before, body.LEFT_BRACE());
        List<ThriftField> fields = members.fields(body.field());
        ParserRuleContext whole = body.getParent();
        Surroundings around =
                body(above, whole, body.RIGHT_BRACE(), whole.getRuleContext(ThriftParser.AnnotationsContext.class, 0));
        boolean xsdAll = whole.getToken(ThriftParser.XSD_ALL, 0) != null;
        return new Definition.Structure(
                kind, values.word(name), fields, xsdAll ? around.with(List.of("xsd_all was left out")) : around);
    }

    private Definition service(ThriftParser.ServiceDefinitionContext context, List<Remark> before) {
        List<Remark> above = opened(before, context.serviceBody().LEFT_BRACE());
        List<ThriftMethod> methods =
                context.serviceBody().method().stream().map(members::method).toList();
        Surroundings around = body(above, context, context.serviceBody().RIGHT_BRACE(), context.annotations());
        Optional<Word> parent = Optional.ofNullable(context.IDENTIFIER()).map(each -> values.word(each.getSymbol()));
        return new Definition.Service(values.word(context.name()), parent, methods, around);
    }

    /** Adds what stands behind an opening brace, which is about the whole. */
    private List<Remark> opened(List<Remark> before, TerminalNode brace) {
        List<Remark> above = new ArrayList<>(remarks.behind(brace.getSymbol()));
        above.addAll(before);
        return above;
    }

    private Surroundings body(
            List<Remark> above,
            ParserRuleContext context,
            TerminalNode closing,
            ThriftParser.AnnotationsContext annotations) {
        List<Remark> within = remarks.before(closing.getSymbol());
        List<String> lost = new ArrayList<>();
        members.types().annotations(annotations, lost);
        Surroundings around = around(above, context, lost);
        return new Surroundings(around.before(), around.behind(), within, lost);
    }

    private Surroundings around(List<Remark> before, ParserRuleContext context, List<String> lost) {
        Token last = context.getStop();
        List<Remark> behind = remarks.behind(remarks.separatorBehind(last));
        List<Remark> all = new ArrayList<>(before);
        all.addAll(remarks.within(context.getStart(), last));
        return new Surroundings(all, behind, List.of(), lost);
    }
}
