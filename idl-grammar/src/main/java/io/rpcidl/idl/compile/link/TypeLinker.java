package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.AliasDeclaration;
import io.rpcidl.idl.ast.AnnotatedType;
import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.MixinDeclaration;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what the types of one file mean. Built-in types are ordinary names, found before all others. */
final class TypeLinker {

    private final SymbolTable table;
    private final FileScope scope;
    private final Links links;
    private final DiagnosticSink sink;
    private final TypeAnnotator annotator;

    TypeLinker(SymbolTable table, FileScope scope, Links links, DiagnosticSink sink) {
        this.table = table;
        this.scope = scope;
        this.links = links;
        this.sink = sink;
        this.annotator = new TypeAnnotator(sink);
    }

    /** Links a type and those within it, with what follows each of them; their depth is bounded by the parser. */
    Optional<TypeRef> link(AnnotatedType place) {
        TypeExpression type = place.type();
        List<Optional<TypeRef>> arguments = type.arguments().stream()
                .map(argument -> linkArgument(argument.type(), argument.annotations()))
                .toList();
        Optional<TypeRef> found = resolve(type, arguments).map(each -> annotator.annotate(each, place));
        found.ifPresent(each -> links.put(type, each));
        return found;
    }

    private Optional<TypeRef> linkArgument(TypeExpression argument, List<Annotation> annotations) {
        return link(new AnnotatedType(argument, annotations, false))
                .map(type -> argument.optional() ? new TypeRef.Nullable(type) : type);
    }

    private Optional<TypeRef> resolve(TypeExpression type, List<Optional<TypeRef>> arguments) {
        String name = type.name().text();
        int wanted = BuiltinNames.arguments(name);
        Optional<Builtin> builtin = Builtin.named(name);
        if (wanted == 0 && builtin.isEmpty()) {
            return declared(type);
        }
        if (arguments.size() != wanted) {
            reportArguments(type, wanted);
            return Optional.empty();
        }
        if (builtin.isPresent()) {
            return Optional.of(builtin.get());
        }
        if (arguments.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        TypeRef first = arguments.get(0).get();
        return Optional.of(
                switch (name) {
                    case "list" -> new TypeRef.ListOf(first);
                    case "set" -> new TypeRef.SetOf(first);
                    default -> new TypeRef.MapOf(first, arguments.get(1).get(), false);
                });
    }

    private Optional<TypeRef> declared(TypeExpression type) {
        Optional<Symbol> symbol = scope.find(type.name());
        if (symbol.isEmpty()) {
            reportUnknown(type.name(), "type");
            return Optional.empty();
        }
        Declaration declaration = symbol.get().declaration();
        if (!declaration.header().typeParameters().isEmpty()) {
            return Optional.empty(); // They come later, which their declaration is told.
        }
        if (!type.arguments().isEmpty() && !(declaration instanceof MixinDeclaration)) {
            reportArguments(type, 0);
        }
        return switch (declaration.keyword()) {
            case "struct", "enum", "error", "union", "newtype" ->
                Optional.of(new TypeRef.Named(symbol.get().name()));
            case "alias" -> links.type(((AliasDeclaration) symbol.get().declaration()).type());
            case "service", "const", "annotation" -> {
                reportNotAType(type.name(), symbol.get());
                yield Optional.empty();
            }
            // The others are types that come later, which their declaration is told.
            default -> Optional.empty();
        };
    }

    private void reportArguments(TypeExpression type, int wanted) {
        String needs = switch (wanted) {
            case 0 -> "takes no type arguments";
            case 1 -> "takes one type argument";
            default -> "takes two type arguments";
        };
        Diagnostic diagnostic = Diagnostic.of(Code.TYPE_ARGUMENTS, type.span(), "'" + type.name() + "' " + needs);
        String example = wanted == 1 ? type.name() + "<string>" : type.name() + "<string, int32>";
        sink.add(wanted == 0 ? diagnostic : diagnostic.withHelp("for example " + example));
    }

    private void reportNotAType(DottedName name, Symbol symbol) {
        String message = "'" + name + "' is " + symbol.declaration().kind() + ", not a type";
        sink.add(Diagnostic.of(Code.NOT_A_TYPE, name.span(), message)
                .withRelated("declared here", symbol.declaration().name().span()));
    }

    void reportUnknown(DottedName name, String what) {
        if (!scope.isLost(name.parts())) {
            sink.add(Diagnostic.of(Code.UNKNOWN_TYPE, name.span(), "unknown " + what + " '" + name + "'")
                    .withHelp(help(name, what)));
        }
    }

    private Optional<String> help(DottedName name, String what) {
        if (!sink.wantsHelp(name.span().file())) {
            return Optional.empty();
        }
        boolean simpleType = what.equals("type") && name.parts().size() == 1;
        Stream<String> builtin = simpleType ? BuiltinNames.all().stream() : Stream.empty();
        Stream<String> candidates =
                Stream.concat(builtin, scope.candidates(name.parts(), declaration -> isKind(declaration, what)));
        return BuiltinNames.elsewhere(name.text())
                .map(known -> "did you mean '" + known + "'?")
                .or(() -> elsewhere(name))
                .or(() -> Suggestion.among(candidates, name.text()))
                .or(() -> what.equals("error")
                        ? Optional.of("declare it: error " + name.last() + " (NOT_FOUND) { ... }")
                        : Optional.empty());
    }

    private static boolean isKind(Declaration declaration, String what) {
        return switch (declaration.keyword()) {
            case "error" -> !what.equals("service");
            case "service" -> what.equals("service");
            case "const", "annotation" -> false;
            default -> what.equals("type");
        };
    }

    /** Looks in the packages that the file does not import. */
    private Optional<String> elsewhere(DottedName name) {
        String simple = name.last().text();
        return table.packages().values().stream()
                .filter(each -> each.find(simple).isPresent())
                .filter(each -> name.parts().size() == 1 || name.text().equals(each.name() + "." + simple))
                .findFirst()
                .map(each -> "import it: import " + each.name() + ".{" + simple + "};");
    }
}
