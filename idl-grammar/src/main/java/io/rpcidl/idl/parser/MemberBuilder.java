package io.rpcidl.idl.parser;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.EnumMemberDeclaration;
import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.Reserved;
import io.rpcidl.idl.ast.ResultExpression;
import io.rpcidl.idl.ast.UnionMember;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;

/** Makes the nodes of what stands in the body of a declaration. Members with syntax errors are left out. */
final class MemberBuilder {

    private final ExpressionBuilder expressions;
    private final DocComments docs;
    private final DiagnosticSink sink;

    MemberBuilder(ExpressionBuilder expressions, DocComments docs, DiagnosticSink sink) {
        this.expressions = expressions;
        this.docs = docs;
        this.sink = sink;
    }

    /** Makes nodes of those contexts that could be parsed. */
    static <C extends ParserRuleContext, N> List<N> each(List<C> contexts, Function<C, N> builder) {
        return contexts.stream()
                .filter(context -> context.exception == null)
                .map(builder)
                .toList();
    }

    /** Returns the parts of one kind of those contexts that could be parsed. */
    static <C extends ParserRuleContext, P> List<P> items(List<C> contexts, Function<C, P> part) {
        return contexts.stream()
                .filter(context -> context.exception == null)
                .map(part)
                .filter(Objects::nonNull)
                .toList();
    }

    List<FieldDeclaration> fields(RpcidlParser.StructBodyContext body) {
        return each(items(body.structItem(), RpcidlParser.StructItemContext::field), this::field);
    }

    private FieldDeclaration field(RpcidlParser.FieldContext context) {
        refuseLeading(context.annotation(), context.name());
        return new FieldDeclaration(
                docs.before(context.start),
                expressions.span(context.ROLLOUT()),
                expressions.name(context.name()),
                expressions.type(context.type()),
                defaultValue(context.default_()),
                trailing(context.annotation(), context.name(), context.default_()),
                expressions.span(context));
    }

    EnumMemberDeclaration enumMember(RpcidlParser.EnumItemContext context) {
        refuseLeading(context.annotation(), context.name());
        return new EnumMemberDeclaration(
                docs.before(context.start),
                expressions.name(context.name()),
                trailing(context.annotation(), context.name(), null),
                expressions.span(context));
    }

    UnionMember unionMember(RpcidlParser.UnionItemContext context) {
        refuseLeading(context.annotation(), context.name());
        return new UnionMember(
                docs.before(context.start),
                expressions.name(context.name()),
                Optional.ofNullable(context.type()).map(expressions::type),
                trailing(context.annotation(), context.name(), null),
                expressions.span(context));
    }

    Reserved reserved(RpcidlParser.ReservedContext context) {
        return new Reserved(context.STRING().stream().map(expressions::text).toList(), expressions.span(context));
    }

    MethodDeclaration method(RpcidlParser.MethodContext context) {
        RpcidlParser.Throws_Context errors = context.throws_();
        return new MethodDeclaration(
                docs.before(context.start),
                expressions.annotations(context.annotation()),
                expressions.span(context.ONEWAY()),
                expressions.name(context.name()),
                each(context.parameters().parameter(), this::parameter),
                Optional.ofNullable(context.result()).map(this::result),
                errors == null ? List.of() : expressions.dottedNames(errors.dottedName()),
                expressions.span(context));
    }

    private ParameterDeclaration parameter(RpcidlParser.ParameterContext context) {
        refuseLeading(context.annotation(), context.name());
        return new ParameterDeclaration(
                docs.before(context.start),
                expressions.name(context.name()),
                expressions.span(context.STREAM()),
                expressions.type(context.type()),
                expressions.span(context.ELLIPSIS()),
                defaultValue(context.default_()),
                trailing(context.annotation(), context.name(), context.default_()),
                expressions.span(context));
    }

    private ResultExpression result(RpcidlParser.ResultContext context) {
        return new ResultExpression(
                expressions.span(context.STREAM()),
                expressions.type(context.type()),
                expressions.annotations(context.annotation()),
                expressions.span(context));
    }

    private Optional<Literal> defaultValue(RpcidlParser.Default_Context context) {
        return Optional.ofNullable(context)
                .map(RpcidlParser.Default_Context::literal)
                .map(expressions::literal);
    }

    /** Before a method an annotation belongs to it; everywhere else in a body it follows what it belongs to. */
    private void refuseLeading(List<RpcidlParser.AnnotationContext> contexts, RpcidlParser.NameContext name) {
        for (RpcidlParser.AnnotationContext context : contexts) {
            if (context.start.getTokenIndex() < name.start.getTokenIndex()) {
                Annotation annotation =
                        expressions.annotations(List.of(context)).get(0);
                String message = "the annotation '@" + annotation.name() + "' stands before what it belongs to";
                sink.add(Diagnostic.of(Code.ANNOTATION_PLACE, annotation.span(), message)
                        .withHelp("write it after the type or the name of '" + expressions.name(name) + "'"));
            }
        }
    }

    private List<Annotation> trailing(
            List<RpcidlParser.AnnotationContext> contexts,
            RpcidlParser.NameContext name,
            RpcidlParser.Default_Context behindDefault) {
        List<RpcidlParser.AnnotationContext> all = new ArrayList<>(contexts);
        all.removeIf(context -> context.start.getTokenIndex() < name.start.getTokenIndex());
        if (behindDefault != null) {
            all.addAll(behindDefault.annotation());
        }
        return expressions.annotations(all);
    }
}
