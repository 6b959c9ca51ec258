package io.rpcidl.maven;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.source.Position;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;

/** Says what is wrong with contracts: in the log, and at its line in an editor that runs the build. */
final class Findings {

    private final Log log;
    private final BuildContext editor;

    Findings(Log log, BuildContext editor) {
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
            show(each);
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

    /** Takes away what the editor shows from a former run. */
    void forget(List<File> files) {
        files.forEach(editor::removeMessages);
    }

    /** Tells the editor that files of a folder have changed. */
    void changed(File folder) {
        editor.refresh(folder);
    }

    /** Without an editor the build context would log everything a second time. */
    private void show(Diagnostic finding) {
        File file = new File(finding.span().file().name());
        if (!(editor instanceof DefaultBuildContext) && file.isFile()) {
            Position start = finding.span().startPosition();
            int severity = finding.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
            editor.addMessage(file, start.line(), start.column(), finding.message(), severity, null);
        }
    }
}
