package io.rpcidl.idl.compile.annotation;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.NumberLiteral;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the arguments of an annotation look like. What they mean is checked elsewhere. */
enum ArgumentForm {
    NONE("takes no arguments", arguments -> arguments.stream().findFirst()),
    NAME("takes one name, a string", arguments -> onlyTexts(arguments, 1, 1)),
    NAMES("takes names, each a string", arguments -> onlyTexts(arguments, 1, Integer.MAX_VALUE)),
    REASON("takes no more than a reason, a string", arguments -> onlyTexts(arguments, 0, 1)),
    TEXT("takes one string", arguments -> onlyTexts(arguments, 1, 1)),
    ENCODING("takes \"string\" and nothing else", arguments -> onlyTexts(arguments, 1, 1)),
    ALLOWANCE("takes the code of a finding and a reason, two strings", arguments -> onlyTexts(arguments, 2, 2)),
    KEY("takes no more than the name of a parameter, as key = \"name\"", ArgumentForm::notKey),
    COUNT("takes a number or a range", arguments -> notBounds(arguments, true)),
    RANGE("takes a range", arguments -> notBounds(arguments, false)),
    EXAMPLE("takes one value, or params and result for a method", ArgumentForm::notExample);

    private final String takes;
    private final Function<List<Argument>, Optional<Argument>> wrong;

    /**
     * Makes a form.
     *
     * @param wrong finds the first argument that does not fit; a missing one is found elsewhere
     */
    ArgumentForm(String takes, Function<List<Argument>, Optional<Argument>> wrong) {
        this.takes = takes;
        this.wrong = wrong;
    }

    Optional<ArgumentMistake> mistake(Annotation annotation) {
        List<Argument> arguments = annotation.arguments();
        Optional<Span> place = wrong.apply(arguments)
                .map(Argument::span)
                .or(() -> arguments.size() < fewest() ? Optional.of(annotation.span()) : Optional.empty());
        return place.map(span -> new ArgumentMistake(span, "'@" + annotation.name() + "' " + takes))
                .or(() -> content(arguments));
    }

    private int fewest() {
        return switch (this) {
            case NONE, REASON, KEY -> 0;
            case ALLOWANCE -> 2;
            default -> 1;
        };
    }

    private Optional<ArgumentMistake> content(List<Argument> arguments) {
        Stream<TextLiteral> texts = arguments.stream()
                .flatMap(argument -> argument.from().stream())
                .filter(TextLiteral.class::isInstance)
                .map(TextLiteral.class::cast);
        return switch (this) {
            case NAME, NAMES ->
                texts.flatMap(text -> nameMistake(text).stream()).findFirst();
            case ALLOWANCE ->
                texts.skip(1)
                        .filter(text -> text.value().isBlank())
                        .findFirst()
                        .map(text -> new ArgumentMistake(text.span(), "the reason is empty"));
            case ENCODING ->
                texts.filter(text -> !text.value().equals("string"))
                        .findFirst()
                        .map(text -> new ArgumentMistake(text.span(), "there is no encoding but \"string\""));
            default -> Optional.empty();
        };
    }

    private static Optional<ArgumentMistake> nameMistake(TextLiteral text) {
        if (text.value().isEmpty()) {
            return Optional.of(new ArgumentMistake(text.span(), "a name on the wire cannot be empty"));
        }
        boolean control = text.value().chars().anyMatch(Character::isISOControl);
        return control
                ? Optional.of(new ArgumentMistake(text.span(), "a name on the wire cannot contain control characters"))
                : Optional.empty();
    }

    private static Optional<Argument> onlyTexts(List<Argument> arguments, int fewest, int most) {
        if (arguments.size() > most) {
            return Optional.of(arguments.get(most));
        }
        return arguments.stream().filter(argument -> !isText(argument)).findFirst();
    }

    private static boolean isText(Argument argument) {
        return argument.key().isEmpty()
                && !argument.range()
                && argument.from().filter(TextLiteral.class::isInstance).isPresent();
    }

    private static Optional<Argument> notKey(List<Argument> arguments) {
        if (arguments.size() > 1) {
            return Optional.of(arguments.get(1));
        }
        return arguments.stream()
                .filter(argument -> argument.key()
                                .filter(key -> key.text().equals("key"))
                                .isEmpty()
                        || argument.range()
                        || argument.from().filter(TextLiteral.class::isInstance).isEmpty())
                .findFirst();
    }

    private static Optional<Argument> notBounds(List<Argument> arguments, boolean single) {
        if (arguments.size() > 1) {
            return Optional.of(arguments.get(1));
        }
        return arguments.stream()
                .filter(argument -> argument.key().isPresent()
                        || (!single && !argument.range())
                        || !isNumber(argument.from(), !single)
                        || !isNumber(argument.to(), !single))
                .findFirst();
    }

    private static boolean isNumber(Optional<Literal> end, boolean quoted) {
        return end.isEmpty() || end.get() instanceof NumberLiteral || (quoted && end.get() instanceof TextLiteral);
    }

    private static Optional<Argument> notExample(List<Argument> arguments) {
        Optional<Argument> range = arguments.stream().filter(Argument::range).findFirst();
        boolean named = !arguments.isEmpty() && arguments.get(0).key().isPresent();
        if (range.isPresent() || named) {
            return range;
        }
        return arguments.size() > 1 ? Optional.of(arguments.get(1)) : Optional.empty();
    }
}
