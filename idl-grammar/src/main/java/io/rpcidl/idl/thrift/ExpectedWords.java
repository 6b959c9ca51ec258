package io.rpcidl.idl.thrift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Words for what should stand at a place of the grammar. */
final class ExpectedWords {

    /** What the loops of these rules are over, where only the bracket behind them seems to be expected. */
    private static final Map<Integer, String> LOOPS = Map.of(
            ThriftParser.RULE_structBody, "a field or '}'",
            ThriftParser.RULE_enumBody, "a member or '}'",
            ThriftParser.RULE_senumBody, "a string or '}'",
            ThriftParser.RULE_serviceBody, "a method or '}'",
            ThriftParser.RULE_method, "a parameter or ')'",
            ThriftParser.RULE_throws_, "an exception or ')'",
            ThriftParser.RULE_annotations, "an annotation or ')'",
            ThriftParser.RULE_listValue, "a value or ']'",
            ThriftParser.RULE_mapValue, "an entry or '}'");

    private ExpectedWords() {}

    static String of(Parser parser, RecognitionException mistake) {
        IntervalSet expected = mistake.getExpectedTokens();
        int rule = parser.getContext().getRuleIndex();
        if (expected.size() == 1 && LOOPS.containsKey(rule)) {
            String loop = LOOPS.get(rule);
            return loop.endsWith(word(expected.getMinElement())) ? loop : word(expected.getMinElement());
        }
        return words(expected);
    }

    private static String words(IntervalSet expected) {
        List<String> words = new ArrayList<>();
        if (expected.contains(ThriftParser.STRUCT)) {
            words.add(expected.contains(ThriftParser.IDENTIFIER) ? "a name" : "a definition");
        } else if (expected.contains(ThriftParser.LIST)) {
            words.add("a type");
        } else if (expected.contains(ThriftParser.LEFT_BRACKET)) {
            words.add("a value");
        } else {
            expected.toList().stream().limit(8).map(ExpectedWords::word).forEach(words::add);
        }
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static String word(int type) {
        return switch (type) {
            case ThriftParser.INTEGER -> "a whole number";
            case ThriftParser.DOUBLE -> "a number";
            case ThriftParser.IDENTIFIER -> "a name";
            case ThriftParser.STRING -> "a string";
            case Token.EOF -> "the end of the file";
            default -> ThriftParser.VOCABULARY.getLiteralName(type);
        };
    }
}
