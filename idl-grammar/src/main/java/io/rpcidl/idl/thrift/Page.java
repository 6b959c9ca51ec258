package io.rpcidl.idl.thrift;

import java.util.List;

/** Text that grows by lines, indented by two spaces a level. */
final class Page {

    private final StringBuilder out = new StringBuilder();
    private int level;

    void indent() {
        level++;
    }

    void outdent() {
        level--;
    }

    void line(String text) {
        out.append(text.isEmpty() ? "" : "  ".repeat(level)).append(text).append('\n');
    }

    /** Adds a blank line, unless one is there or nothing is. */
    void blank() {
        boolean opened = out.length() > 1 && out.charAt(out.length() - 2) == '{';
        boolean blank = out.length() > 1 && out.charAt(out.length() - 2) == '\n';
        if (out.length() > 0 && !opened && !blank) {
            out.append('\n');
        }
    }

    /** Adds a blank line on a condition. */
    void blank(boolean wanted) {
        if (wanted) {
            blank();
        }
    }

    /** Writes comments; of those that document only the last one does, if anything here can be documented at all. */
    void remarks(List<Remark> remarks, boolean documented) {
        int doc = -1;
        for (int i = 0; i < remarks.size(); i++) {
            doc = documented && remarks.get(i).kind() == Remark.Kind.DOC ? i : doc;
        }
        for (int i = 0; i < remarks.size(); i++) {
            Remark each = remarks.get(i);
            if (each.kind() == Remark.Kind.LINE) {
                line("//" + SafeText.of(each.text()));
            } else if (!each.text().isBlank()) {
                block(each.text(), i == doc ? "/**" : "/*");
            }
            if (each.apart() && i != doc) {
                blank();
            }
        }
    }

    /** Writes what a contract cannot say. */
    void leftOut(List<String> leftOut) {
        leftOut.forEach(each -> line("// thrift: " + each));
    }

    private void block(String text, String opening) {
        List<String> lines = text.replace("*/", "* /").lines().map(SafeText::of).toList();
        if (lines.size() < 2) {
            line(opening + " " + String.join("", lines) + " */");
            return;
        }
        line(opening);
        lines.forEach(each -> line(each.isEmpty() ? " *" : " * " + each));
        line(" */");
    }

    /** Returns comments as they stand behind something on its line; empty, or begins with a space. */
    static String behind(List<Remark> remarks, List<String> first) {
        StringBuilder behind = new StringBuilder();
        first.forEach(each -> behind.append(" // ").append(each));
        remarks.forEach(each -> behind.append(each.kind() == Remark.Kind.LINE ? " //" : " // ")
                .append(SafeText.of(each.text().replaceAll("\\R", " "))));
        return behind.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
