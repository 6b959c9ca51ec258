package io.rpcidl.cli;

import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.diagnostic.Palette;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How a command prints what it found. */
final class Report {

    /** When to print in colour. */
    enum Color {
        /** On a terminal, unless NO_COLOR is set in the environment. */
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(names = "--json", description = "Print findings as one JSON document.")
    private boolean json;

    @Option(names = "--lines", description = "Print each finding as one line: file:line:column: error[CODE]: message.")
    private boolean lines;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Print in colour: auto, always or never. Default: ${DEFAULT-VALUE}.")
    private Color color;

    boolean isJson() {
        return json;
    }

    /** Prints findings and returns whether there is an error among them. */
    boolean print(List<Diagnostic> diagnostics, PrintStream out) {
        return print(diagnostics, List.of(), out);
    }

    /** Prints findings, as JSON with the names of files that change, and returns whether there is an error among them. */
    boolean print(List<Diagnostic> diagnostics, List<String> changed, PrintStream out) {
        if (json) {
            out.println(DiagnosticsJson.of(diagnostics, changed));
        } else if (lines) {
            diagnostics.forEach(each -> out.println(DiagnosticRenderer.renderLine(each)));
        } else if (!diagnostics.isEmpty()) {
            Palette palette = palette();
            diagnostics.forEach(each -> out.print(DiagnosticRenderer.render(each, palette) + "\n"));
            out.println(summary(diagnostics));
        }
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** Prints findings, each of which counts, and returns the exit code. */
    int printAll(List<Diagnostic> diagnostics, PrintStream out) {
        print(diagnostics, out);
        return diagnostics.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private Palette palette() {
        boolean colored = color == Color.ALWAYS || (color == Color.AUTO && Ansi.AUTO.enabled());
        return colored ? Palette.ANSI : Palette.NONE;
    }

    private static String summary(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long warnings = diagnostics.size() - errors;
        String first = errors > 0 ? count(errors, "error") : "";
        String second = warnings > 0 ? count(warnings, "warning") : "";
        return first + (errors > 0 && warnings > 0 ? ", " : "") + second;
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
