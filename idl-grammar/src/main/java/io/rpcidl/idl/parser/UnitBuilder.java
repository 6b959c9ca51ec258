package io.rpcidl.idl.parser;

import io.rpcidl.idl.ast.AliasDeclaration;
import io.rpcidl.idl.ast.AnnotationDeclaration;
import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.ErrorDeclaration;
import io.rpcidl.idl.ast.Header;
import io.rpcidl.idl.ast.Import;
import io.rpcidl.idl.ast.Item;
import io.rpcidl.idl.ast.MixinDeclaration;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.Option;
import io.rpcidl.idl.ast.PackageStatement;
import io.rpcidl.idl.ast.Reserved;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.StructDeclaration;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.ast.VersionStatement;
import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Makes the nodes of a file's items. Items with syntax errors are left out. */
final class UnitBuilder extends RpcidlBaseVisitor<Item> {

    private final ExpressionBuilder expressions;
    private final MemberBuilder members;
    private final DocComments docs;

    UnitBuilder(ExpressionBuilder expressions, MemberBuilder members, DocComments docs) {
        this.expressions = expressions;
        this.members = members;
        this.docs = docs;
    }

    List<Item> items(RpcidlParser.FileContext file) {
        return MemberBuilder.each(file.item(), item -> item.getChild(0).accept(this));
    }

    @Override
    public Item visitVersionStatement(RpcidlParser.VersionStatementContext context) {
        return new VersionStatement(expressions.number(context.NUMBER()), expressions.span(context));
    }

    @Override
    public Item visitPackageStatement(RpcidlParser.PackageStatementContext context) {
        return new PackageStatement(expressions.dottedName(context.dottedName()), expressions.span(context));
    }

    @Override
    public Item visitImportStatement(RpcidlParser.ImportStatementContext context) {
        List<Name> parts = expressions.names(context.name());
        Span span = expressions.span(context);
        Span from = parts.get(0).span();
        Span name = new Span(
                from.file(), from.start(), parts.get(parts.size() - 1).span().end());
        return new Import(
                new DottedName(parts, name),
                context.importedNames() == null
                        ? List.of()
                        : expressions.names(context.importedNames().name()),
                Optional.ofNullable(context.importAlias()).map(alias -> expressions.name(alias.name())),
                span);
    }

    @Override
    public Item visitOptionStatement(RpcidlParser.OptionStatementContext context) {
        return new Option(
                expressions.dottedName(context.dottedName()),
                expressions.literal(context.literal()),
                expressions.span(context));
    }

    @Override
    public Item visitDeclaration(RpcidlParser.DeclarationContext context) {
        return context.getChild(context.getChildCount() - 1).accept(this);
    }

    @Override
    public Declaration visitStructDeclaration(RpcidlParser.StructDeclarationContext context) {
        Header header = header(context, context.name(), context.typeParameters());
        RpcidlParser.StructBodyContext body = context.structBody();
        return new StructDeclaration(header, members.fields(body), reserved(body), expressions.span(context));
    }

    @Override
    public Declaration visitErrorDeclaration(RpcidlParser.ErrorDeclarationContext context) {
        RpcidlParser.StructBodyContext body = context.structBody();
        return new ErrorDeclaration(
                header(context, context.name(), null),
                Optional.ofNullable(context.statusCode()).map(code -> expressions.name(code.name())),
                members.fields(body),
                reserved(body),
                expressions.span(context));
    }

    @Override
    public Declaration visitMixinDeclaration(RpcidlParser.MixinDeclarationContext context) {
        return new MixinDeclaration(
                header(context, context.name(), context.typeParameters()), expressions.span(context));
    }

    @Override
    public Declaration visitAnnotationDeclaration(RpcidlParser.AnnotationDeclarationContext context) {
        return new AnnotationDeclaration(header(context, context.name(), null), expressions.span(context));
    }

    @Override
    public Declaration visitEnumDeclaration(RpcidlParser.EnumDeclarationContext context) {
        List<RpcidlParser.EnumItemContext> items = context.enumBody().enumItem();
        return new EnumDeclaration(
                header(context, context.name(), null),
                context.CLOSED() != null,
                MemberBuilder.each(
                        MemberBuilder.items(items, item -> item.name() == null ? null : item), members::enumMember),
                MemberBuilder.each(
                        MemberBuilder.items(items, RpcidlParser.EnumItemContext::reserved), members::reserved),
                expressions.span(context));
    }

    @Override
    public Declaration visitUnionDeclaration(RpcidlParser.UnionDeclarationContext context) {
        List<RpcidlParser.UnionItemContext> items = context.unionBody().unionItem();
        return new UnionDeclaration(
                header(context, context.name(), context.typeParameters()),
                context.CLOSED() != null,
                MemberBuilder.each(
                        MemberBuilder.items(items, item -> item.name() == null ? null : item), members::unionMember),
                MemberBuilder.each(
                        MemberBuilder.items(items, RpcidlParser.UnionItemContext::reserved), members::reserved),
                expressions.span(context));
    }

    @Override
    public Declaration visitServiceDeclaration(RpcidlParser.ServiceDeclarationContext context) {
        return new ServiceDeclaration(
                header(context, context.name(), null),
                expressions.dottedNames(context.dottedName()),
                MemberBuilder.each(context.serviceBody().method(), members::method),
                expressions.span(context));
    }

    @Override
    public Declaration visitNewtypeDeclaration(RpcidlParser.NewtypeDeclarationContext context) {
        return new NewtypeDeclaration(
                header(context, context.name(), null),
                expressions.type(context.type()),
                expressions.annotations(context.annotation()),
                expressions.span(context));
    }

    @Override
    public Declaration visitAliasDeclaration(RpcidlParser.AliasDeclarationContext context) {
        return new AliasDeclaration(
                header(context, context.name(), context.typeParameters()),
                expressions.type(context.type()),
                expressions.annotations(context.annotation()),
                expressions.span(context));
    }

    @Override
    public Declaration visitConstDeclaration(RpcidlParser.ConstDeclarationContext context) {
        return new ConstDeclaration(
                header(context, context.name(), null),
                expressions.type(context.type()),
                expressions.literal(context.literal()),
                expressions.annotations(context.annotation()),
                expressions.span(context));
    }

    private Header header(
            ParserRuleContext context,
            RpcidlParser.NameContext name,
            RpcidlParser.TypeParametersContext typeParameters) {
        RpcidlParser.DeclarationContext declaration = (RpcidlParser.DeclarationContext) context.getParent();
        return new Header(
                docs.before(declaration.start),
                expressions.annotations(declaration.annotation()),
                expressions.name(name),
                expressions.names(typeParameters));
    }

    private List<Reserved> reserved(RpcidlParser.StructBodyContext body) {
        return MemberBuilder.each(
                MemberBuilder.items(body.structItem(), RpcidlParser.StructItemContext::reserved), members::reserved);
    }
}
