package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.ErrorDeclaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.Member;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what every name of every file means: imports, then types and errors, then defaults. */
public final class Linker {

    private final SymbolTable table;
    private final DiagnosticSink sink;
    private final ImportLinker imports;
    private final Links links = new Links();
    private final List<ScopedUnit> scopes = new ArrayList<>();

    private record ScopedUnit(SourceUnit unit, FileScope scope) {}

    /** Makes a linker for the declarations of a table. */
    public Linker(SymbolTable table, DiagnosticSink sink) {
        this.table = table;
        this.sink = sink;
        this.imports = new ImportLinker(table, sink);
    }

    /** Links all files; those with syntax errors are left out, as half of what they say would be noise. */
    public LinkedContract link(List<SourceUnit> units) {
        List<SourceUnit> linkable = units.stream()
                .filter(unit -> !unit.damaged() && unit.packageName().isPresent())
                .toList();
        linkable.forEach(this::linkUnit);
        return new LinkedContract(linkable, table, links);
    }

    /** Warns of imports that nothing needed; to be called last, as a file with errors may need them after all. */
    public void reportUnusedImports() {
        scopes.stream()
                .filter(each -> sink.errorsIn(each.unit().file()) == 0)
                .forEach(each -> imports.reportUnused(each.unit(), each.scope()));
    }

    private void linkUnit(SourceUnit unit) {
        PackageScope own = table.packages().get(unit.packageName().orElseThrow().text());
        FileScope scope = imports.link(unit, own);
        scopes.add(new ScopedUnit(unit, scope));
        TypeLinker types = new TypeLinker(table, scope, links, sink);
        ValueLinker values = new ValueLinker(table, scope, links, sink);
        for (Declaration declaration : unit.declarations()) {
            if (!declaration.header().typeParameters().isEmpty()) {
                continue; // Not supported, and its parameters would look like unknown types.
            }
            Traversal.outerTypes(declaration).forEach(types::link);
            Traversal.methods(declaration).forEach(method -> linkErrors(method, types, scope));
            Traversal.members(declaration).forEach(member -> linkDefault(member, values));
            if (declaration instanceof ServiceDeclaration service) {
                service.parents().forEach(scope::find);
            }
        }
    }

    private void linkErrors(MethodDeclaration method, TypeLinker types, FileScope scope) {
        for (DottedName name : method.errors()) {
            Optional<Symbol> symbol = scope.find(name);
            if (symbol.isEmpty()) {
                types.reportUnknown(name, "error");
            } else if (symbol.get().declaration() instanceof ErrorDeclaration) {
                links.put(name, symbol.get());
            } else {
                String keyword = symbol.get().declaration().keyword();
                sink.add(
                        Diagnostic.of(Code.NOT_AN_ERROR, name.span(), "'" + name + "' is not an error but a " + keyword)
                                .withRelated(
                                        "declared here",
                                        symbol.get().declaration().name().span()));
            }
        }
    }

    private void linkDefault(Member member, ValueLinker values) {
        Optional<TypeRef> type = links.type(member.type());
        boolean variadic = member instanceof ParameterDeclaration parameter
                && parameter.ellipsis().isPresent();
        if (member.defaultValue().isEmpty() || variadic) {
            return;
        }
        Literal literal = member.defaultValue().get();
        if (member.type().optional()) {
            sink.add(Diagnostic.of(
                            Code.DEFAULT_OF_OPTIONAL,
                            literal.span(),
                            "'" + member.name() + "' is optional and cannot have a default too")
                    .withHelp("remove the '?', or the default"));
        } else if (type.isPresent()) {
            values.link(literal, type.get());
        }
    }
}
