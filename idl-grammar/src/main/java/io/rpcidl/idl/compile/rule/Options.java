package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Option;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options are known, have a value of their type, and are there once in a file. */
final class Options implements Rule {

    private static final List<String> NAMES =
            List.of(JavaPackages.OPTION, AllowanceOption.LINT.option(), AllowanceOption.BREAKING.option());

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        for (SourceUnit unit : contract.units()) {
            Map<String, Option> seen = new HashMap<>();
            unit.all(Option.class).forEach(option -> checkOption(option, seen, sink));
        }
    }

    private static void checkOption(Option option, Map<String, Option> seen, DiagnosticSink sink) {
        String name = option.name().text();
        Option first = seen.putIfAbsent(name, option);
        if (!NAMES.contains(name)) {
            sink.add(Diagnostic.of(Code.BAD_OPTION, option.name().span(), "unknown option '" + name + "'")
                    .withHelp(Suggestion.among(NAMES, name)));
        } else if (first != null) {
            sink.add(Diagnostic.of(Code.BAD_OPTION, option.name().span(), "the option '" + name + "' is there twice")
                    .withRelated("first here", first.name().span()));
        } else if (name.equals(AllowanceOption.LINT.option())) {
            AllowanceOption.LINT.check(option, sink);
        } else if (name.equals(AllowanceOption.BREAKING.option())) {
            AllowanceOption.BREAKING.check(option, sink);
        } else if (!(option.value() instanceof TextLiteral)) {
            sink.add(Diagnostic.of(Code.BAD_OPTION, option.value().span(), "the value of '" + name + "' is a string")
                    .withHelp("for example option java.package = \"com.example.shop\";"));
        }
    }
}
