package io.rpcidl.idl.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Parses the grammar of RFC 9485, section 4, by recursive descent; the depth of groups is bounded. */
final class PatternParser {

    private static final String QUANTIFIERS = "*+?{";

    private final PatternReader in;
    private final ClassParser classes;
    private final List<Integer> anchors = new ArrayList<>();
    private int depth;

    private PatternParser(PatternReader in) {
        this.in = in;
        this.classes = new ClassParser(in);
    }

    static Optional<IRegexp> parse(String text, Consumer<PatternMistake> mistakes) {
        PatternReader in = new PatternReader(text);
        PatternParser parser = new PatternParser(in);
        try {
            parser.checkLength(text);
            PatternNode root = parser.choice();
            if (!in.atEnd()) {
                throw in.stopHere("this ')' closes no group", "for the character itself write '\\)'");
            }
            return Optional.of(new IRegexp(text, root, parser.anchors));
        } catch (PatternReader.Stop stop) {
            mistakes.accept(stop.mistake());
            return Optional.empty();
        }
    }

    private void checkLength(String text) throws PatternReader.Stop {
        if (text.codePointCount(0, text.length()) > IRegexp.LONGEST) {
            in.skipAll();
            throw in.tooLarge(0, "a pattern has at most " + IRegexp.LONGEST + " characters");
        }
    }

    private PatternNode choice() throws PatternReader.Stop {
        List<PatternNode> branches = new ArrayList<>();
        long cost = 0;
        do {
            int start = in.at();
            PatternNode branch = branch();
            cost += branch.cost();
            checkCost(cost, start);
            branches.add(branch);
        } while (in.take('|'));
        return branches.size() == 1 ? branches.get(0) : new PatternNode.Choice(branches);
    }

    private PatternNode branch() throws PatternReader.Stop {
        List<PatternNode> pieces = new ArrayList<>();
        long cost = 0;
        while (!in.atEnd() && in.peek() != '|' && in.peek() != ')') {
            int start = in.at();
            PatternNode piece = piece();
            cost += piece.cost();
            checkCost(cost, start);
            pieces.add(piece);
        }
        return pieces.size() == 1 ? pieces.get(0) : new PatternNode.Sequence(pieces);
    }

    private void checkCost(long cost, int start) throws PatternReader.Stop {
        if (cost > IRegexp.STATES) {
            throw in.tooLarge(
                    start,
                    "the pattern has more than " + IRegexp.STATES + " parts when its repetitions are written out");
        }
    }

    private PatternNode piece() throws PatternReader.Stop {
        if (isQuantifier(in.peek())) {
            String quantifier = Character.toString(in.peek());
            throw in.stopHere(
                    "'" + quantifier + "' has nothing before it to repeat",
                    "for the character itself write '\\" + quantifier + "'");
        }
        PatternNode atom = atom();
        if (!isQuantifier(in.peek())) {
            return atom;
        }
        PatternNode repeated = quantified(atom);
        if (isQuantifier(in.peek())) {
            throw in.stopHere(
                    "a quantifier follows another one",
                    "there are no reluctant or possessive quantifiers; to repeat a repetition put it in parentheses");
        }
        return repeated;
    }

    private static boolean isQuantifier(int character) {
        return character > 0 && QUANTIFIERS.indexOf(character) >= 0;
    }

    private PatternNode quantified(PatternNode atom) throws PatternReader.Stop {
        return switch (in.read()) {
            case '*' -> new PatternNode.Repeat(atom, 0, PatternNode.UNBOUNDED);
            case '+' -> new PatternNode.Repeat(atom, 1, PatternNode.UNBOUNDED);
            case '?' -> new PatternNode.Repeat(atom, 0, 1);
            default -> counted(atom, in.at() - 1);
        };
    }

    private PatternNode counted(PatternNode atom, int start) throws PatternReader.Stop {
        int min = number();
        int max = min;
        if (in.take(',')) {
            max = in.peek() == '}' ? PatternNode.UNBOUNDED : number();
        }
        if (!in.take('}')) {
            throw in.stopHere("the quantifier has no '}'", "for example {3}, {1,} or {1,3}");
        }
        if (max != PatternNode.UNBOUNDED && max < min) {
            throw in.stop(start, "the quantifier repeats at least " + min + " and at most " + max + " times");
        }
        return new PatternNode.Repeat(atom, min, max);
    }

    private int number() throws PatternReader.Stop {
        int start = in.at();
        int value = 0;
        while (in.peek() >= '0' && in.peek() <= '9') {
            value = Math.min(IRegexp.REPEATS + 1, value * 10 + in.read() - '0');
        }
        if (in.at() == start) {
            throw in.stopHere("a number is missing here", "for example {3}, {1,} or {1,3}; for a brace write '\\{'");
        }
        if (value > IRegexp.REPEATS) {
            throw in.tooLarge(start, "a quantifier repeats at most " + IRegexp.REPEATS + " times");
        }
        return value;
    }

    private PatternNode atom() throws PatternReader.Stop {
        int start = in.at();
        int character = in.peek();
        switch (character) {
            case '(':
                return group();
            case '[', '\\', '.':
                return new PatternNode.One(classes.parse());
            case ']', '}':
                String written = Character.toString(character);
                throw in.stopHere(
                        "'" + written + "' closes nothing", "for the character itself write '\\" + written + "'");
            default:
                if (character == '^' || character == '$') {
                    anchors.add(start);
                }
                return new PatternNode.One(CharacterSet.of(in.read()));
        }
    }

    private PatternNode group() throws PatternReader.Stop {
        int start = in.at();
        in.read();
        if (in.peek() == '?') {
            in.read();
            throw in.stop(
                    start, "there are only plain groups '(...)', no '(?'", "for the character itself write '\\?'");
        }
        if (depth == IRegexp.DEEPEST) {
            throw in.tooLarge(start, "groups nest at most " + IRegexp.DEEPEST + " deep");
        }
        depth++;
        PatternNode inner = choice();
        depth--;
        if (!in.take(')')) {
            throw in.stop(start, "this group has no ')'");
        }
        return inner;
    }
}
