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
import java.util.function.Predicate;

/** An option that holds a list of codes: findings that are accepted without a word on each. */
public enum AllowanceOption {
    /** {@code option lint.allow = ["RI1004"];}: the lint rules that are off in a file. */
    LINT("lint.allow", "lint rule", Code.LINT_PACKAGE_CYCLE, Code::isLint),
    /** {@code option breaking.allow = ["RI2003"];}: the breaking changes that are accepted in a package. */
    BREAKING("breaking.allow", "breaking change", Code.TYPE_REMOVED, Code::isBreaking);

    private final String option;
    private final String noun;
    private final String example;
    private final List<String> codes;

    AllowanceOption(String option, String noun, Code example, Predicate<Code> mine) {
        this.option = option;
        this.noun = noun;
        this.example = "for example option " + option + " = [\"" + example + "\"];";
        this.codes = Arrays.stream(Code.values()).filter(mine).map(Code::id).toList();
    }

    /** Returns the name of the option. */
    String option() {
        return option;
    }

    /** Returns what the option of a file without errors holds, in its order. */
    public List<FileAllowance> of(SourceUnit unit) {
        return unit.all(Option.class)
                .filter(option -> option.name().text().equals(this.option))
                .flatMap(option -> ((ListLiteral) option.value()).elements().stream())
                .map(element -> new FileAllowance(((TextLiteral) element).value(), element.span()))
                .toList();
    }

    /** Checks the value of the option: known codes, each once. */
    void check(Option option, DiagnosticSink sink) {
        if (!(option.value() instanceof ListLiteral list) || list.elements().isEmpty()) {
            String message = "the value of '" + this.option + "' is a list of codes of " + noun + "s";
            report(option.value(), message, sink);
            return;
        }
        Map<String, Literal> seen = new HashMap<>();
        for (Literal element : list.elements()) {
            if (!(element instanceof TextLiteral code)) {
                report(element, "the code of a " + noun + " is a string", sink);
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

    private void checkCode(TextLiteral code, DiagnosticSink sink) {
        if (!codes.contains(code.value())) {
            sink.add(Diagnostic.of(Code.BAD_OPTION, code.span(), "there is no " + noun + " '" + code.value() + "'")
                    .withHelp(Suggestion.among(codes, code.value())));
        }
    }

    private void report(Literal place, String message, DiagnosticSink sink) {
        sink.add(Diagnostic.of(Code.BAD_OPTION, place.span(), message).withHelp(example));
    }
}
