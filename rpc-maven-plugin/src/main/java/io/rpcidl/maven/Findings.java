package io.rpcidl.maven;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Says what is wrong with contracts: in the log, and at its line in an editor that runs the build. */
final class Findings {

    private final Log log;
    private final Editor editor;

    Findings(Log log, Editor editor) {
        this.log = log;
        this.editor = editor;
    }

    void print(List<Diagnostic> findings) {
        for (Diagnostic each : findings) {
            String text = DiagnosticRenderer.render(each).stripTrailing();
            if (each.isError()) {
                log.error(text);
            } else {
                log.warn(text);
            }
            editor.show(each);
        }
    }

    /** Prints them, and fails if there is an error among them, or if every one counts. */
    void require(List<Diagnostic> findings, boolean everyOne, String where) throws MojoFailureException {
        print(findings);
        long errors = findings.stream().filter(Diagnostic::isError).count();
        if (errors > 0) {
            throw new MojoFailureException(count(errors, "error") + " in " + where + ", see above");
        }
        if (everyOne && !findings.isEmpty()) {
            throw new MojoFailureException(count(findings.size(), "finding") + " in " + where + ", see above");
        }
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
