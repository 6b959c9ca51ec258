package io.rpcidl.maven;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.Position;
import java.io.File;
import java.util.List;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.sonatype.plexus.build.incremental.ThreadBuildContext;

/**
 * An editor that runs the build, if there is one, as Eclipse does: it shows what is wrong with a contract at its line. Eclipse knows
 * the older of the two interfaces alone, and is behind what stands for nobody in the newer.
 */
final class Editor {

    private final BuildContext context;
    private final boolean isThere;

    Editor(BuildContext context, org.sonatype.plexus.build.incremental.BuildContext older) {
        this.context = context;
        this.isThere = !(context instanceof DefaultBuildContext) || isSomebody(older);
    }

    private static boolean isSomebody(org.sonatype.plexus.build.incremental.BuildContext older) {
        var asked = older instanceof ThreadBuildContext ? ThreadBuildContext.getContext() : older;
        return !(asked instanceof org.sonatype.plexus.build.incremental.DefaultBuildContext);
    }

    boolean isThere() {
        return isThere;
    }

    /** Shows a finding; where nobody is, this would log it a second time. */
    void show(Diagnostic finding) {
        File file = new File(finding.span().file().name());
        if (isThere && file.isFile()) {
            Position start = finding.span().startPosition();
            int severity = finding.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
            context.addMessage(file, start.line(), start.column(), finding.message(), severity, null);
        }
    }

    /** Takes away what is shown of a former run. */
    void forget(List<File> files) {
        files.forEach(context::removeMessages);
    }

    /** Says that files of a folder, or a file, have changed. */
    void changed(File place) {
        context.refresh(place);
    }
}
