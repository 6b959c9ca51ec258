package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.AliasDeclaration;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.ErrorDeclaration;
import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.Member;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Links what stands in one file, step by step, as {@link Linker} says. */
final class FileLinker {

    private final SourceUnit unit;
    private final FileScope scope;
    private final SymbolTable table;
    private final Links links;
    private final DiagnosticSink sink;
    private final TypeLinker types;
    private final ValueLinker values;

    FileLinker(SourceUnit unit, FileScope scope, SymbolTable table, Links links, DiagnosticSink sink) {
        this.unit = unit;
        this.scope = scope;
        this.links = links;
        this.sink = sink;
        this.types = new TypeLinker(table, scope, links, sink);
        this.table = table;
        this.values = values(new LinkedConstants(table, links, sink), sink);
    }

    SourceUnit unit() {
        return unit;
    }

    FileScope scope() {
        return scope;
    }

    TypeLinker types() {
        return types;
    }

    ValueLinker values() {
        return values;
    }

    /** Returns a linker that takes constants and reports elsewhere. */
    ValueLinker values(Constants constants, DiagnosticSink reports) {
        return new ValueLinker(table, scope, links, reports, constants);
    }

    /** Returns its declarations of a kind, without those with type parameters, which would look like unknown types. */
    <D extends Declaration> Stream<D> declarations(Class<D> kind) {
        return unit.declarations().stream()
                .filter(each ->
                        kind.isInstance(each) && each.header().typeParameters().isEmpty())
                .map(kind::cast);
    }

    /** Links all types but those of aliases, and the names behind {@code throws} and {@code extends}. */
    void linkTypes() {
        declarations(Declaration.class).forEach(declaration -> {
            if (!(declaration instanceof AliasDeclaration)) {
                Traversal.annotatedTypes(declaration).forEach(types::link);
            }
            Traversal.methods(declaration).forEach(method -> method.errors().forEach(this::linkError));
            if (declaration instanceof ServiceDeclaration service) {
                service.parents().forEach(this::linkParent);
            }
        });
    }

    /** Links the defaults of fields and parameters. */
    void linkDefaults() {
        declarations(Declaration.class).flatMap(Traversal::members).forEach(this::linkDefault);
    }

    /** Links the values of examples. */
    void linkExamples() {
        ExampleLinker examples = new ExampleLinker(links, values, sink);
        declarations(Declaration.class).forEach(declaration -> {
            examples.linkType(
                    declaration,
                    new QualifiedName(scope.own().name(), declaration.name().text()));
            Traversal.methods(declaration).forEach(examples::linkMethod);
        });
    }

    private void linkError(DottedName name) {
        find(name, "error").ifPresent(symbol -> {
            if (symbol.declaration() instanceof ErrorDeclaration) {
                links.putError(name, symbol);
            } else {
                report(Code.NOT_AN_ERROR, name, "an error", symbol);
            }
        });
    }

    private void linkParent(DottedName name) {
        find(name, "service").ifPresent(symbol -> {
            if (symbol.declaration() instanceof ServiceDeclaration) {
                links.putParent(name, symbol);
            } else {
                report(Code.NOT_A_SERVICE, name, "a service", symbol);
            }
        });
    }

    private Optional<Symbol> find(DottedName name, String what) {
        Optional<Symbol> symbol = scope.find(name);
        if (symbol.isEmpty()) {
            types.reportUnknown(name, what);
        }
        return symbol;
    }

    private void report(Code code, DottedName name, String wanted, Symbol found) {
        String message = "'" + name + "' is not " + wanted + " but "
                + found.declaration().kind();
        sink.add(Diagnostic.of(code, name.span(), message)
                .withRelated("declared here", found.declaration().name().span()));
    }

    private void linkDefault(Member member) {
        boolean parameter = member instanceof ParameterDeclaration;
        boolean refused = parameter
                        && ((ParameterDeclaration) member).ellipsis().isPresent()
                || parameter && ((ParameterDeclaration) member).stream().isPresent()
                || member instanceof FieldDeclaration field && field.rollout().isPresent();
        if (member.defaultValue().isEmpty() || refused) {
            return; // The rules say why there cannot be one.
        }
        Literal literal = member.defaultValue().get();
        if (member.type().optional()) {
            sink.add(Diagnostic.of(
                            Code.DEFAULT_OF_OPTIONAL,
                            literal.span(),
                            "'" + member.name() + "' is optional and cannot have a default too")
                    .withHelp("remove the '?', or the default"));
        } else {
            links.type(member.type())
                    .flatMap(type -> values.value(literal, type))
                    .ifPresent(value -> links.put(literal, value));
        }
    }
}
