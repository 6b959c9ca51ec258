package io.rpcidl.idl.parser;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What to write instead of what other languages would take at a place. */
final class Habits {

    private static final Map<String, String> ITEMS = Map.ofEntries(
            Map.entry("message", "a message is a struct here: 'struct Name { id: string; }'"),
            Map.entry("class", "a class is a struct here: 'struct Name { id: string; }'"),
            Map.entry("record", "a record is a struct here: 'struct Name { id: string; }'"),
            Map.entry("type", "a type is 'struct Name { ... }', 'newtype Name: string;' or 'alias Name = string;'"),
            Map.entry(
                    "typedef", "a typedef is 'newtype Name: string;', or 'alias Name = string;' for a mere short name"),
            Map.entry("exception", "an exception is an error here: 'error Name (NOT_FOUND) { id: string; }'"),
            Map.entry("interface", "an interface is a service here: 'service Name { get(id: string): Money; }'"),
            Map.entry("oneof", "a oneof is a union here: 'union Name { card: Card; cash; }'"),
            Map.entry("namespace", "a file names its package: 'package shop.catalog.v1;'"),
            Map.entry("syntax", "the version of the language is 'rpcidl 1;', and may be left out"),
            Map.entry("include", "packages are imported by their names: 'import a.b.v1.{X, Y};'"));

    private static final Set<String> TYPES = Set.of(
            "bool",
            "int32",
            "int64",
            "bigint",
            "float32",
            "float64",
            "decimal",
            "string",
            "bytes",
            "timestamp",
            "date",
            "time",
            "datetime",
            "duration",
            "uuid",
            "any",
            "int",
            "long",
            "i8",
            "i16",
            "i32",
            "i64",
            "float",
            "double",
            "boolean",
            "String",
            "binary",
            "void");

    private static final Set<String> WORDS = Set.of("optional", "required", "repeated", "rpc", "async", "public");

    private Habits() {}

    /** Returns help where an item should begin. */
    static Optional<String> item(String found) {
        return Optional.ofNullable(ITEMS.get(found));
    }

    /** Returns help where a member of a body should begin. */
    static Optional<String> member(ParserRuleContext body, Token found) {
        boolean numbered =
                found.getType() == RpcidlParser.NUMBER && body.getRuleIndex() == RpcidlParser.RULE_structBody;
        return numbered ? Optional.of("fields have no numbers: 'name: type;'") : Optional.empty();
    }

    /**
     * Returns help within a construct.
     *
     * @param before the text of the word before the one that does not fit
     */
    static Optional<String> within(ParserRuleContext context, String before, Token found, String text) {
        boolean name = Tokens.isName(found.getType())
                && (WORDS.contains(before)
                        || context.getChild(context.getChildCount() - 1) instanceof RpcidlParser.NameContext);
        return Optional.ofNullable(
                switch (context.getRuleIndex()) {
                    case RpcidlParser.RULE_field -> name ? pair(before, text, ";") : comma(found, "fields");
                    case RpcidlParser.RULE_parameter -> name ? pair(before, text, "") : null;
                    case RpcidlParser.RULE_parameters ->
                        found.getType() == RpcidlParser.NUMBER ? "parameters have no numbers: 'name: type'" : null;
                    case RpcidlParser.RULE_unionItem -> comma(found, "members of a union");
                    case RpcidlParser.RULE_method -> method(before, found, text);
                    case RpcidlParser.RULE_throws_ ->
                        found.getType() == RpcidlParser.LEFT_PAREN
                                ? "errors stand without parentheses: 'throws A, B'"
                                : null;
                    case RpcidlParser.RULE_enumBody -> enumBody(found);
                    case RpcidlParser.RULE_constDeclaration ->
                        Tokens.isName(found.getType()) ? "a constant is 'const MAX: int32 = 500;'" : null;
                    case RpcidlParser.RULE_importStatement ->
                        "imports are 'import a.b.v1.{X, Y};' and 'import a.b.v1 as c;'";
                    default -> null;
                });
    }

    /** Two words where a name and a type belong. */
    private static String pair(String first, String second, String end) {
        if (WORDS.contains(first)) {
            return switch (first) {
                case "optional" -> "what is optional has a '?': 'name: type?" + end + "'";
                case "repeated" -> "what is repeated is a list: 'name: list<type>" + end + "'";
                default -> "write 'name: type" + end + "'";
            };
        }
        return TYPES.contains(first)
                ? "the name stands first: '" + second + ": " + first + end + "'"
                : "a ':' stands between name and type: '" + first + ": " + second + end + "'";
    }

    private static String comma(Token found, String what) {
        return found.getType() == RpcidlParser.COMMA ? what + " end with ';'" : null;
    }

    private static String method(String before, Token found, String text) {
        if (!Tokens.isName(found.getType())) {
            return comma(found, "methods");
        }
        if (before.equals(")")) {
            return text.equals("returns")
                    ? "the result stands behind ':', such as ': Money'"
                    : "the result stands behind ':': '(...): " + text + "'";
        }
        return "a method is 'get(id: string): Money;', with nothing before its name";
    }

    private static String enumBody(Token found) {
        return switch (found.getType()) {
            case RpcidlParser.EQUALS -> "members have no numbers";
            case RpcidlParser.SEMICOLON -> "members are separated by ','";
            default -> null;
        };
    }
}
