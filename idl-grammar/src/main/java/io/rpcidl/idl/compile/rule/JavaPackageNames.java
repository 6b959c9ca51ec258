package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java package is one that Java takes: no keyword, nothing but ASCII names. */
final class JavaPackageNames implements Rule {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z][A-Za-z0-9_]*+");

    /** JLS 17, section 3.9: keywords and the literals that look like them; {@code _} is no segment here anyway. */
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "null");

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        for (SourceUnit unit : contract.units()) {
            JavaPackages.options(unit).forEach(option -> checkName(option, sink));
        }
        for (PackageScope each : contract.table().packages().values()) {
            boolean whole = !each.damaged();
            JavaPackages.named(each.units())
                    .filter(named -> whole && !named.chosen())
                    .ifPresent(named -> checkName(named, sink));
        }
    }

    private static void checkName(JavaPackages.Named named, DiagnosticSink sink) {
        if ((named.name() + ".").startsWith("java.")) {
            sink.add(diagnostic(named, "'java' belongs to Java itself"));
            return;
        }
        Stream.of(named.name().split("\\.", -1))
                .filter(segment ->
                        KEYWORDS.contains(segment) || !SEGMENT.matcher(segment).matches())
                .findFirst()
                .ifPresent(segment -> sink.add(diagnostic(named, reason(segment))));
    }

    private static String reason(String segment) {
        if (KEYWORDS.contains(segment)) {
            return "'" + segment + "' is a word of Java";
        }
        return segment.isEmpty() ? "one of its parts is empty" : "'" + segment + "' is no name";
    }

    private static Diagnostic diagnostic(JavaPackages.Named named, String reason) {
        Diagnostic diagnostic = Diagnostic.of(
                Code.BAD_JAVA_PACKAGE, named.span(), "'" + named.name() + "' cannot be a Java package: " + reason);
        return named.chosen() ? diagnostic : diagnostic.withHelp("choose one with option java.package = \"...\";");
    }
}
