package io.rpcidl.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a goal logs, and apart from it what only a debugging build shows. */
final class RecordedLog extends SystemStreamLog {

    private final List<String> lines = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> details() {
        return List.copyOf(details);
    }

    @Override
    public void debug(CharSequence content) {
        details.add(content.toString());
    }

    @Override
    public void info(CharSequence content) {
        lines.add("INFO " + content);
    }

    @Override
    public void warn(CharSequence content) {
        lines.add("WARN " + content);
    }

    @Override
    public void error(CharSequence content) {
        lines.add("ERROR " + content);
    }
}
