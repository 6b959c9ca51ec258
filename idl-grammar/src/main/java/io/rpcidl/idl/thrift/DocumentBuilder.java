package io.rpcidl.idl.thrift;

import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes the tree of one file of what the parser understood. */
final class DocumentBuilder {

    /** The language that a statement of old versions is about. */
    private static final Map<String, String> OLD_LANGUAGES = Map.of("java_package", "java", "py_module", "py");

    private final SourceFile file;
    private final ValueBuilder values;
    private final Remarks remarks;
    private final DefinitionBuilder builder;

    private final List<Word> includes = new ArrayList<>();
    private final List<ThriftDocument.Namespace> namespaces = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Remark> head = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    DocumentBuilder(SourceFile file, CommonTokenStream tokens) {
        this.file = file;
        this.values = new ValueBuilder(file);
        this.remarks = new Remarks(file, tokens);
        this.builder = new DefinitionBuilder(values, new MemberBuilder(file, values, remarks), remarks);
    }

    ThriftDocument build(ThriftParser.DocumentContext tree, boolean damaged) {
        // What could not be parsed lacks parts; as there will be no contract, nothing of it is needed.
        tree.statement().stream().filter(each -> !damaged).forEach(this::statement);
        List<Remark> tail = damaged ? List.of() : remarks.before(tree.EOF().getSymbol());
        Surroundings around = Surroundings.of(head).with(leftOut);
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
            definitions.add(builder.definition(context, before));
        }
    }

    private void header(List<Remark> before, ThriftParser.StatementContext context) {
        head.addAll(before);
        head.addAll(remarks.within(context.getStart(), context.getStop()));
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
}
