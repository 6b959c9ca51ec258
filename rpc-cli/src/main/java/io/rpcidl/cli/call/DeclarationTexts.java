package io.rpcidl.cli.call;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.Item;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.parser.IdlParser;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Declarations with their doc comments, cut from the files of a contract: what its author wrote, also where it is wrong. */
public final class DeclarationTexts {

    /** A declaration, and where what belongs to it begins. */
    private record Found(Declaration declaration, int start) {}

    private final Map<QualifiedName, Found> all = new LinkedHashMap<>();

    DeclarationTexts(List<SourceFile> files) {
        for (SourceFile file : files) {
            SourceUnit unit = IdlParser.parse(file, new DiagnosticSink());
            unit.packageName().ifPresent(name -> collect(unit, name.text()));
        }
    }

    private void collect(SourceUnit unit, String packageName) {
        int behind = 0;
        for (Item item : unit.items()) {
            if (item instanceof Declaration declaration) {
                int start = Comments.docStart(unit.file().text(), behind, SourceUnit.start(item));
                QualifiedName name =
                        new QualifiedName(packageName, declaration.name().text());
                all.putIfAbsent(name, new Found(declaration, start));
            }
            behind = item.span().end();
        }
    }

    /** Returns the names of all declarations, in the order of the files. */
    public Set<QualifiedName> names() {
        return all.keySet();
    }

    /** Returns the text of a declaration. */
    public Optional<String> declaration(QualifiedName name) {
        return Optional.ofNullable(all.get(name))
                .map(found -> text(found.declaration().span(), found.start()));
    }

    /** Returns the text of a method of a service, which declares it itself. */
    public Optional<String> method(QualifiedName service, String name) {
        if (!(all.containsKey(service) && all.get(service).declaration() instanceof ServiceDeclaration found)) {
            return Optional.empty();
        }
        String file = found.span().file().text();
        int behind = Comments.behindBrace(file, found.name().span().end());
        for (MethodDeclaration each : found.methods()) {
            if (each.name().text().equals(name)) {
                return Optional.of(text(
                        each.span(), Comments.docStart(file, behind, each.span().start())));
            }
            behind = each.span().end();
        }
        return Optional.empty();
    }

    /** Returns the signature of a method in one line: without comments, annotations of its own, and what ends it. */
    Optional<String> signature(QualifiedName service, String name) {
        return Optional.ofNullable(all.get(service))
                .map(Found::declaration)
                .filter(ServiceDeclaration.class::isInstance)
                .flatMap(found -> ((ServiceDeclaration) found)
                        .methods().stream()
                                .filter(each -> each.name().text().equals(name))
                                .findFirst())
                .map(DeclarationTexts::signature);
    }

    private static String signature(MethodDeclaration method) {
        Span name = method.name().span();
        int start = method.oneway().orElse(name).start();
        String text = name.file().text().substring(start, method.span().end());
        return Comments.removed(text)
                .replaceAll("\\s+", " ")
                .replaceAll("\\s?;\\s?$", "")
                .replaceAll("\\( ", "(")
                .replaceAll(",? \\)", ")");
    }

    /** Cuts a text out; its further lines are as far to the left as its first. */
    private static String text(Span span, int start) {
        String file = span.file().text();
        int lineStart = Math.max(file.lastIndexOf('\n', start - 1), file.lastIndexOf('\r', start - 1)) + 1;
        String margin = file.substring(lineStart, start);
        String text = file.substring(start, span.end());
        return margin.isBlank() && !margin.isEmpty() ? text.replaceAll("(?m)^" + margin, "") : text;
    }
}
