package io.rpcidl.idl.parser;

import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Words for what stands, or should stand, at a place of the grammar. */
final class Expectations {

    private static final List<String> DECLARATIONS =
            List.of("struct", "enum", "error", "service", "union", "newtype", "alias", "const", "import", "option");

    /** What may begin with the rules that mean something to a reader. */
    private static final Map<Integer, String> THINGS = Map.ofEntries(
            Map.entry(RpcidlParser.RULE_item, "a declaration"),
            Map.entry(RpcidlParser.RULE_structItem, "a field or '}'"),
            Map.entry(RpcidlParser.RULE_unionItem, "a member or '}'"),
            Map.entry(RpcidlParser.RULE_enumItem, "a member"),
            Map.entry(RpcidlParser.RULE_method, "a method or '}'"),
            Map.entry(RpcidlParser.RULE_structBody, "'{'"),
            Map.entry(RpcidlParser.RULE_enumBody, "'{'"),
            Map.entry(RpcidlParser.RULE_unionBody, "'{'"),
            Map.entry(RpcidlParser.RULE_serviceBody, "'{'"),
            Map.entry(RpcidlParser.RULE_parameters, "'('"),
            Map.entry(RpcidlParser.RULE_parameter, "a parameter"),
            Map.entry(RpcidlParser.RULE_type, "a type"),
            Map.entry(RpcidlParser.RULE_typeArgument, "a type"),
            Map.entry(RpcidlParser.RULE_result, "a type"),
            Map.entry(RpcidlParser.RULE_literal, "a value"),
            Map.entry(RpcidlParser.RULE_argument, "an argument or ')'"),
            Map.entry(RpcidlParser.RULE_argumentValue, "a value"),
            Map.entry(RpcidlParser.RULE_mapEntry, "an entry"));

    private static final Map<Integer, String> TYPE_OF = Map.of(
            RpcidlParser.RULE_field, "the field type",
            RpcidlParser.RULE_parameter, "the parameter type",
            RpcidlParser.RULE_unionItem, "the member type",
            RpcidlParser.RULE_result, "the result type");

    private static final Map<Integer, String> NAME_OF = Map.of(
            RpcidlParser.RULE_field, "the field name",
            RpcidlParser.RULE_parameter, "the parameter name",
            RpcidlParser.RULE_method, "the method name",
            RpcidlParser.RULE_enumItem, "the member");

    private final SourceFile file;

    Expectations(SourceFile file) {
        this.file = file;
    }

    /** Returns what could begin with a rule that found nothing to begin with. */
    String thing(ParserRuleContext missing, ParserRuleContext parent) {
        if (parent.getRuleIndex() == RpcidlParser.RULE_throws_) {
            return "an error";
        }
        if (parent.getRuleIndex() == RpcidlParser.RULE_statusCode) {
            return "a status code";
        }
        return THINGS.getOrDefault(missing.getRuleIndex(), "a name");
    }

    /** Returns the units of a body or of the file. */
    String unit(ParserRuleContext body) {
        return switch (body.getRuleIndex()) {
            case RpcidlParser.RULE_structBody -> "a field or '}'";
            case RpcidlParser.RULE_unionBody -> "a member or '}'";
            case RpcidlParser.RULE_serviceBody -> "a method or '}'";
            default -> "a declaration";
        };
    }

    /** Returns the tokens that could follow within a rule. */
    String tokens(ParserRuleContext context, IntervalSet expected) {
        if (expected.contains(RpcidlParser.NAME)) {
            return context.getRuleIndex() == RpcidlParser.RULE_reserved ? "a string" : "a name";
        }
        List<String> words = new ArrayList<>();
        boolean commaToo = expected.size() == 1 && endsList(context, expected.getMinElement());
        if (commaToo && context.getChildCount() > 1) {
            words.add("','");
        }
        expected.toList().forEach(type -> words.add(token(type)));
        int last = words.size() - 1;
        return last < 1 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** Returns what stands before the place, in words. */
    String finished(ParseTree last, ParserRuleContext parent) {
        if (last instanceof RpcidlParser.TypeContext && TYPE_OF.containsKey(parent.getRuleIndex())) {
            return TYPE_OF.get(parent.getRuleIndex());
        }
        if (last instanceof RpcidlParser.ResultContext) {
            return "the result type";
        }
        if (last instanceof RpcidlParser.Default_Context) {
            return "the default";
        }
        String text = Excerpts.cut(lastText(last));
        if (last instanceof RpcidlParser.AnnotationContext) {
            return "the annotation";
        }
        boolean named = last instanceof RpcidlParser.NameContext && NAME_OF.containsKey(parent.getRuleIndex());
        return (named ? NAME_OF.get(parent.getRuleIndex()) + " '" : "'") + text + "'";
    }

    /** Returns the bracket that should have been closed, if a message is about that. */
    Optional<Token> openBracket(ParserRuleContext context, String message) {
        boolean closes = message.matches("(?s)expected (',' or )?'[])}>]'.*");
        for (int i = 0; closes && i < context.getChildCount(); i++) {
            if (context.getChild(i) instanceof TerminalNode terminal
                    && isOpening(terminal.getSymbol().getType())
                    && terminal.getSymbol().getTokenIndex() >= 0) { // not one that was itself missing
                return Optional.of(terminal.getSymbol());
            }
        }
        return Optional.empty();
    }

    /** Returns what may have been meant where an item should begin. */
    Optional<String> help(ParserRuleContext context, String found, int type) {
        if (context.getRuleIndex() != RpcidlParser.RULE_file) {
            return Optional.empty();
        }
        Optional<String> habit = Habits.item(found);
        if (habit.isPresent()) {
            return habit;
        }
        if (type == RpcidlParser.SEMICOLON) {
            return Optional.of("a declaration that ends with '}' needs no ';'");
        }
        return Suggestion.among(DECLARATIONS, found);
    }

    private static boolean endsList(ParserRuleContext context, int type) {
        boolean listRule = switch (context.getRuleIndex()) {
            case RpcidlParser.RULE_enumBody,
                    RpcidlParser.RULE_importedNames,
                    RpcidlParser.RULE_parameters,
                    RpcidlParser.RULE_typeArguments,
                    RpcidlParser.RULE_annotationArguments,
                    RpcidlParser.RULE_listLiteral,
                    RpcidlParser.RULE_mapLiteral -> true;
            default -> false;
        };
        return listRule && type >= RpcidlParser.LEFT_BRACE && type <= RpcidlParser.RIGHT_ANGLE && !isOpening(type);
    }

    private static boolean isOpening(int type) {
        return type == RpcidlParser.LEFT_BRACE
                || type == RpcidlParser.LEFT_PAREN
                || type == RpcidlParser.LEFT_BRACKET
                || type == RpcidlParser.LEFT_ANGLE;
    }

    private static String token(int type) {
        return switch (type) {
            case RpcidlParser.NUMBER -> "a number";
            case RpcidlParser.STRING -> "a string";
            case Token.EOF -> "the end of the file";
            default -> RpcidlParser.VOCABULARY.getLiteralName(type);
        };
    }

    private String lastText(ParseTree tree) {
        Token token =
                tree instanceof TerminalNode terminal ? terminal.getSymbol() : ((ParserRuleContext) tree).getStop();
        return Tokens.text(file, token);
    }
}
