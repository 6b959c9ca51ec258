package io.rpcidl.idl.thrift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes definitions. */
final class DefinitionBuilder {

    private final ValueBuilder values;
    private final MemberBuilder members;
    private final Remarks remarks;

    DefinitionBuilder(ValueBuilder values, MemberBuilder members, Remarks remarks) {
        this.values = values;
        this.members = members;
        this.remarks = remarks;
    }

    Definition definition(ThriftParser.StatementContext context, List<Remark> before) {
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
        List<String> leftOut = new ArrayList<>();
        ThriftType type = members.types().type(context.type(), leftOut);
        ThriftValue value = values.value(context.value());
        Surroundings around = around(before, context).with(leftOut);
        return new Definition.Constant(values.word(context.name()), type, value, around);
    }

    private Definition typedef(ThriftParser.TypedefDefinitionContext context, List<Remark> before) {
        List<String> leftOut = new ArrayList<>();
        ThriftType type = members.types().type(context.type(), leftOut);
        Surroundings around = around(before, context).with(leftOut);
        return new Definition.Typedef(values.word(context.name()), type, around);
    }

    private Definition enumeration(ThriftParser.EnumDefinitionContext context, List<Remark> before) {
        List<Remark> above = opened(before, context.enumBody().LEFT_BRACE());
        List<Definition.Member> all = members.members(context.enumBody());
        Surroundings around = body(above, context, context.enumBody().RIGHT_BRACE());
        return new Definition.Enumeration(values.word(context.name()), all, around);
    }

    private Definition stringEnumeration(ThriftParser.SenumDefinitionContext context, List<Remark> before) {
        List<String> strings =
                context.senumBody().STRING().stream().map(values::quoted).toList();
        return new Definition.StringEnumeration(values.word(context.name()), strings, around(before, context));
    }

    private Definition structure(ThriftParser.StatementContext context, List<Remark> before) {
        if (context.structDefinition() != null) {
            return structure(Definition.Kind.STRUCT, context.structDefinition(), before);
        }
        return context.unionDefinition() != null
                ? structure(Definition.Kind.UNION, context.unionDefinition(), before)
                : structure(Definition.Kind.EXCEPTION, context.exceptionDefinition(), before);
    }

    private Definition structure(Definition.Kind kind, ParserRuleContext context, List<Remark> before) {
        ThriftParser.StructBodyContext body = context.getRuleContext(ThriftParser.StructBodyContext.class, 0);
        List<Remark> above = opened(before, body.LEFT_BRACE());
        List<ThriftField> fields = members.fields(body.field());
        boolean xsdAll = context.getToken(ThriftParser.XSD_ALL, 0) != null;
        Surroundings around =
                body(above, context, body.RIGHT_BRACE()).with(xsdAll ? List.of("xsd_all was left out") : List.of());
        Word name = values.word(context.getRuleContext(ThriftParser.NameContext.class, 0));
        return new Definition.Structure(kind, name, fields, around);
    }

    private Definition service(ThriftParser.ServiceDefinitionContext context, List<Remark> before) {
        List<Remark> above = opened(before, context.serviceBody().LEFT_BRACE());
        List<ThriftMethod> methods =
                context.serviceBody().method().stream().map(members::method).toList();
        Surroundings around = body(above, context, context.serviceBody().RIGHT_BRACE());
        Optional<Word> parent = Optional.ofNullable(context.IDENTIFIER()).map(each -> values.word(each.getSymbol()));
        return new Definition.Service(values.word(context.name()), parent, methods, around);
    }

    /** Adds what stands behind an opening brace, which is about the whole. */
    private List<Remark> opened(List<Remark> before, TerminalNode brace) {
        List<Remark> above = new ArrayList<>();
        remarks.behind(brace.getSymbol()).forEach(each -> above.add(each.undocumented()));
        above.addAll(before);
        return above;
    }

    private Surroundings body(List<Remark> above, ParserRuleContext context, TerminalNode closing) {
        List<Remark> within = remarks.before(closing.getSymbol());
        return around(above, context).ending(within);
    }

    private Surroundings around(List<Remark> before, ParserRuleContext context) {
        List<Remark> behind = remarks.behind(remarks.separatorBehind(context.getStop()));
        List<Remark> all = new ArrayList<>(before);
        all.addAll(remarks.within(context.getStart(), context.getStop()));
        List<String> leftOut = new ArrayList<>();
        members.types().annotations(context.getRuleContext(ThriftParser.AnnotationsContext.class, 0), leftOut);
        return new Surroundings(all, behind, List.of(), leftOut, true);
    }
}
