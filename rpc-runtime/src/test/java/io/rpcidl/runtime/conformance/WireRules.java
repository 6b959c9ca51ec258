package io.rpcidl.runtime.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What {@code docs/wire.md} says, chapter by chapter: its sentences and the rows of its tables, each on one line. */
final class WireRules {

    private static final Path PAGE = Path.of("../docs/wire.md");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.) (?=[A-Z`])");

    private final Map<String, List<String>> chapters = new LinkedHashMap<>();
    private final StringBuilder block = new StringBuilder(); // a paragraph or an item of a list
    private List<String> rules = new ArrayList<>(); // of no chapter: the introduction

    private WireRules(List<String> lines) {
        boolean code = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean headOfTable = i + 1 < lines.size() && lines.get(i + 1).startsWith("|---");
            if (code || line.startsWith("```")) {
                endBlock();
                code ^= line.startsWith("```");
            } else if (line.startsWith("|")) {
                endBlock();
                addRow(line, headOfTable);
            } else if (line.isBlank() || line.startsWith("#")) {
                endBlock();
                startChapter(line);
            } else {
                add(line);
            }
        }
        endBlock();
    }

    /** Returns the rules of each chapter by its heading. */
    static Map<String, List<String>> read() throws IOException {
        return new WireRules(Files.readAllLines(PAGE)).chapters;
    }

    private void startChapter(String heading) {
        if (heading.startsWith("## ")) {
            rules = new ArrayList<>();
            chapters.put(heading.substring(3), rules);
        }
    }

    private void addRow(String row, boolean head) {
        if (!head && !row.startsWith("|---")) {
            rules.add(row);
        }
    }

    private void add(String line) {
        if (line.startsWith("- ")) {
            endBlock();
            block.append(line.substring(2));
        } else {
            block.append(block.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void endBlock() {
        if (!block.isEmpty()) {
            rules.addAll(List.of(SENTENCE_END.split(block)));
            block.setLength(0);
        }
    }
}
