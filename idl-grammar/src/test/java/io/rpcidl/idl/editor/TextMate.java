package io.rpcidl.idl.editor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.joni.Matcher;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Region;

/**
 * Colours text as editors do with a TextMate grammar: line by line, the leftmost match first, of several the end of what is
 * open, then the rule that is listed first. Of the format it knows what our grammar uses, and the regular expressions are
 * those of Oniguruma, which editors run too.
 */
final class TextMate {

    /** @param scope all scopes, the outermost first, without the grammar's own and the suffix that all have */
    record Token(int offset, String text, String scope) {}

    private record Open(Rule rule, String scope) {}

    private record Match(Rule rule, Region region, boolean ends) {}

    private final Rule root;

    TextMate(Path grammar) throws IOException {
        root = new Rule.Reader(new ObjectMapper().readTree(Files.readString(grammar))).root();
    }

    /** @param text in ASCII, so that bytes are characters */
    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(root, ""));
        int offset = 0;
        for (String line : text.split("(?<=\n)")) {
            String[] painted = paint(line, open);
            int start = 0;
            for (int i = 1; i <= line.length(); i++) {
                if (i == line.length() || !painted[i].equals(painted[start])) {
                    tokens.add(new Token(offset + start, line.substring(start, i), painted[start]));
                    start = i;
                }
            }
            offset += line.length();
        }
        return tokens;
    }

    /** Returns the scopes of each character. */
    private static String[] paint(String line, Deque<Open> open) {
        byte[] bytes = (line.endsWith("\n") ? line : line + "\n").getBytes(StandardCharsets.UTF_8);
        String[] painted = new String[line.length()];
        int position = 0;
        while (position <= line.length()) {
            Match match = next(bytes, position, open.peek().rule());
            int begin = match == null ? line.length() : Math.min(match.region().getBeg(0), line.length());
            fill(painted, position, begin, open.peek().scope());
            if (match == null) {
                break;
            }
            int end = Math.min(match.region().getEnd(0), line.length());
            step(match, painted, open);
            boolean stuck = end == position && !match.ends();
            position = stuck ? end + 1 : end;
            if (begin == line.length() && !match.ends()) {
                break;
            }
        }
        return painted;
    }

    private static void step(Match match, String[] painted, Deque<Open> open) {
        if (match.ends()) {
            Open closed = open.pop();
            groups(match.region(), closed.rule().endNames(), closed.scope(), painted);
        } else if (match.rule().end() == null) {
            String scope = inner(open.peek().scope(), match.rule().scope());
            groups(match.region(), match.rule().names(), scope, painted);
        } else {
            Open opened = new Open(
                    match.rule(), inner(open.peek().scope(), match.rule().scope()));
            groups(match.region(), match.rule().names(), opened.scope(), painted);
            open.push(opened);
        }
    }

    private static void groups(Region region, Map<Integer, String> names, String scope, String[] painted) {
        fill(painted, region.getBeg(0), region.getEnd(0), scope);
        names.forEach((group, name) -> {
            if (group < region.getNumRegs() && region.getBeg(group) >= 0) {
                fill(painted, region.getBeg(group), region.getEnd(group), inner(scope, name));
            }
        });
    }

    private static void fill(String[] painted, int from, int to, String scope) {
        if (from < Math.min(to, painted.length)) {
            Arrays.fill(painted, from, Math.min(to, painted.length), scope);
        }
    }

    private static String inner(String scope, String name) {
        return name == null ? scope : (scope + " " + name.replaceAll("[.]rpcidl$", "")).strip();
    }

    private static Match next(byte[] line, int position, Rule within) {
        Match best = match(within.end(), within, line, position, true);
        for (Rule child : flat(within.children(), new ArrayList<>())) {
            Match found = match(child.begin(), child, line, position, false);
            if (found != null
                    && (best == null || found.region().getBeg(0) < best.region().getBeg(0))) {
                best = found;
            }
        }
        return best;
    }

    private static List<Rule> flat(List<Rule> rules, List<Rule> found) {
        for (Rule rule : rules) {
            if (rule.begin() != null) {
                found.add(rule);
            } else {
                flat(rule.children(), found);
            }
        }
        return found;
    }

    private static Match match(Regex regex, Rule rule, byte[] line, int position, boolean ends) {
        if (regex == null) {
            return null;
        }
        Matcher matcher = regex.matcher(line);
        int found = matcher.search(position, line.length, Option.NONE);
        return found < 0 ? null : new Match(rule, matcher.getEagerRegion(), ends);
    }
}
