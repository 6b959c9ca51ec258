package io.rpcidl.idl.parser;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.ListLiteral;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.NumberLiteral;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.ast.TypeArgument;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes the nodes within declarations: names, types, values and annotations. Only for contexts without errors. */
final class ExpressionBuilder {

    private final SourceFile file;

    ExpressionBuilder(SourceFile file) {
        this.file = file;
    }

    Span span(ParserRuleContext context) {
        return Tokens.span(file, context);
    }

    Span span(Token token) {
        return Tokens.span(file, token);
    }

    Optional<Span> span(TerminalNode optional) {
        return Optional.ofNullable(optional).map(node -> span(node.getSymbol()));
    }

    Name name(RpcidlParser.NameContext context) {
        return new Name(Tokens.text(file, context.start), span(context));
    }

    List<Name> names(RpcidlParser.TypeParametersContext context) {
        return context == null ? List.of() : names(context.name());
    }

    List<Name> names(List<RpcidlParser.NameContext> contexts) {
        return contexts.stream().map(this::name).toList();
    }

    DottedName dottedName(RpcidlParser.DottedNameContext context) {
        return new DottedName(names(context.name()), span(context));
    }

    List<DottedName> dottedNames(List<RpcidlParser.DottedNameContext> contexts) {
        return contexts.stream().map(this::dottedName).toList();
    }

    TypeExpression type(RpcidlParser.TypeContext context) {
        RpcidlParser.TypeArgumentsContext arguments = context.typeArguments();
        return new TypeExpression(
                dottedName(context.dottedName()),
                arguments == null
                        ? List.of()
                        : arguments.typeArgument().stream().map(this::argument).toList(),
                context.QUESTION().size(),
                span(context));
    }

    private TypeArgument argument(RpcidlParser.TypeArgumentContext context) {
        return new TypeArgument(type(context.type()), annotations(context.annotation()));
    }

    List<Annotation> annotations(List<RpcidlParser.AnnotationContext> contexts) {
        return contexts.stream().map(this::annotation).toList();
    }

    private Annotation annotation(RpcidlParser.AnnotationContext context) {
        RpcidlParser.AnnotationArgumentsContext arguments = context.annotationArguments();
        return new Annotation(
                dottedName(context.dottedName()),
                arguments == null
                        ? List.of()
                        : arguments.argument().stream().map(this::argument).toList(),
                span(context));
    }

    private Argument argument(RpcidlParser.ArgumentContext context) {
        RpcidlParser.ArgumentValueContext value = context.argumentValue();
        List<Literal> ends = value.literal().stream().map(this::literal).toList();
        boolean range = value.RANGE() != null;
        boolean openBelow = range && value.RANGE().getSymbol() == value.start;
        return new Argument(
                Optional.ofNullable(context.name()).map(this::name),
                openBelow ? Optional.empty() : Optional.of(ends.get(0)),
                range,
                openBelow || ends.size() > 1 ? Optional.of(ends.get(ends.size() - 1)) : Optional.empty(),
                span(context));
    }

    Literal literal(RpcidlParser.LiteralContext context) {
        if (context.NUMBER() != null) {
            return number(context.NUMBER());
        }
        if (context.STRING() != null) {
            return text(context.STRING());
        }
        if (context.dottedName() != null) {
            return new NameLiteral(dottedName(context.dottedName()));
        }
        if (context.listLiteral() != null) {
            List<Literal> elements =
                    context.listLiteral().literal().stream().map(this::literal).toList();
            return new ListLiteral(elements, span(context));
        }
        List<MapLiteral.Entry> entries =
                context.mapLiteral().mapEntry().stream().map(this::entry).toList();
        return new MapLiteral(entries, span(context));
    }

    private MapLiteral.Entry entry(RpcidlParser.MapEntryContext context) {
        return new MapLiteral.Entry(literal(context.literal(0)), literal(context.literal(1)));
    }

    NumberLiteral number(TerminalNode node) {
        return new NumberLiteral(Tokens.text(file, node.getSymbol()), span(node.getSymbol()));
    }

    TextLiteral text(TerminalNode node) {
        return new TextLiteral(StringText.decode(Tokens.text(file, node.getSymbol())), span(node.getSymbol()));
    }
}
