package io.rpcidl.json;

import io.rpcidl.json.PatternProgram.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads an I-Regexp (RFC 9485). The compiler of contracts has checked it: what is wrong here is a bug there. */
final class PatternParser {

    private final int[] text;
    private int at;

    PatternParser(String regexp) {
        this.text = regexp.codePoints().toArray();
    }

    Node parse() {
        Node node = choice();
        if (at < text.length) {
            throw wrong();
        }
        return node;
    }

    private Node choice() {
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (take('|'));
        return branches.size() == 1 ? branches.get(0) : new Node.Choice(branches);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (at < text.length && text[at] != '|' && text[at] != ')') {
            parts.add(quantified(atom()));
        }
        return new Node.Sequence(parts);
    }

    private Node atom() {
        if (take('(')) {
            Node group = choice();
            expect(')');
            return group;
        }
        if (take('[')) {
            return new Node.Chars(bracket());
        }
        if (take('.')) {
            return new Node.Chars(c -> c != '\n' && c != '\r');
        }
        if (take('\\')) {
            return new Node.Chars(escape());
        }
        return new Node.Chars(one(next()));
    }

    private Node quantified(Node part) {
        if (take('*')) {
            return new Node.Repeat(part, 0, -1);
        }
        if (take('+')) {
            return new Node.Repeat(part, 1, -1);
        }
        if (take('?')) {
            return new Node.Repeat(part, 0, 1);
        }
        if (!take('{')) {
            return part;
        }
        int min = digits();
        int max = min;
        if (take(',')) {
            max = at < text.length && text[at] == '}' ? -1 : digits();
        }
        expect('}');
        return new Node.Repeat(part, min, max);
    }

    private int digits() {
        int value = 0;
        int from = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && value < 100_000) {
            value = value * 10 + text[at++] - '0';
        }
        if (at == from) {
            throw wrong();
        }
        return value;
    }

    private IntPredicate bracket() {
        boolean negated = take('^');
        IntPredicate any = c -> false;
        while (!take(']')) {
            any = any.or(range());
        }
        return negated ? any.negate() : any;
    }

    private IntPredicate range() {
        if (at + 1 < text.length && text[at] == '\\' && (text[at + 1] == 'p' || text[at + 1] == 'P')) {
            at++;
            return escape();
        }
        int low = bracketChar();
        boolean isRange = at + 1 < text.length && text[at] == '-' && text[at + 1] != ']';
        if (!isRange) {
            return one(low);
        }
        at++;
        int high = bracketChar();
        return c -> c >= low && c <= high;
    }

    private int bracketChar() {
        return take('\\') ? escaped() : next();
    }

    private IntPredicate escape() {
        boolean complement = at < text.length && text[at] == 'P';
        if (!complement && !(at < text.length && text[at] == 'p')) {
            return one(escaped());
        }
        at++;
        expect('{');
        StringBuilder name = new StringBuilder();
        while (!take('}')) {
            name.appendCodePoint(next());
        }
        IntPredicate category = PatternCategory.named(name.toString());
        return complement ? category.negate() : category;
    }

    private int escaped() {
        int c = next();
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    private static IntPredicate one(int expected) {
        return c -> c == expected;
    }

    private boolean take(int c) {
        boolean there = at < text.length && text[at] == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(int c) {
        if (!take(c)) {
            throw wrong();
        }
    }

    private int next() {
        if (at == text.length) {
            throw wrong();
        }
        return text[at++];
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not an I-Regexp: " + new String(text, 0, text.length));
    }
}
