package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.ListLiteral;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.Option;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.ContractFile.FileAllowance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code option lint.allow = ["RI1004"];}: the lint rules that are off in a file. */
public final class LintAllowances {

    static final String OPTION = "lint.allow";

    private static final String EXAMPLE = "for example option lint.allow = [\"RI1004\"];";

    private LintAllowances() {}

    /** Returns what the option of a file without errors holds, in its order. */
    public static List<FileAllowance> of(SourceUnit unit) {
        return unit.all(Option.class)
                .filter(option -> option.name().text().equals(OPTION))
                .flatMap(option -> ((ListLiteral) option.value()).elements().stream())
                .map(element -> new FileAllowance(((TextLiteral) element).value(), element.span()))
                .toList();
    }

    /** Checks the value of the option: codes of lint rules, each once. */
    static void check(Option option, DiagnosticSink sink) {
        if (!(option.value() instanceof ListLiteral list) || list.elements().isEmpty()) {
            report(option.value(), "the value of '" + OPTION + "' is a list of codes of lint rules", EXAMPLE, sink);
            return;
        }
        Map<String, Literal> seen = new HashMap<>();
        for (Literal element : list.elements()) {
            if (!(element instanceof TextLiteral code)) {
                report(element, "the code of a lint rule is a string", EXAMPLE, sink);
                continue;
            }
            Literal first = seen.putIfAbsent(code.value(), element);
            if (first != null) {
                sink.add(Diagnostic.of(Code.BAD_OPTION, element.span(), "'" + code.value() + "' is there twice")
                        .withRelated("first here", first.span()));
            } else {
                checkCode(code, sink);
            }
        }
    }

    private static void checkCode(TextLiteral code, DiagnosticSink sink) {
        List<String> codes =
                Arrays.stream(Code.values()).filter(Code::isLint).map(Code::id).toList();
        if (!codes.contains(code.value())) {
            sink.add(Diagnostic.of(Code.BAD_OPTION, code.span(), "there is no lint rule '" + code.value() + "'")
                    .withHelp(Suggestion.among(codes, code.value())));
        }
    }

    private static void report(Literal place, String message, String help, DiagnosticSink sink) {
        sink.add(Diagnostic.of(Code.BAD_OPTION, place.span(), message).withHelp(help));
    }
}
