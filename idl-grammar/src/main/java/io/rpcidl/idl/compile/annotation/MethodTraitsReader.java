package io.rpcidl.idl.compile.annotation;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.model.MethodTraits;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the traits of a method of its words and annotations. */
public final class MethodTraitsReader {

    /** The shortest timeout. */
    public static final Duration SHORTEST = Duration.ofMillis(1);

    /** The longest timeout. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern FORM = Pattern.compile("P[0-9DTHMS.]{1,40}");

    private MethodTraitsReader() {}

    /** Returns the traits of a method. */
    public static MethodTraits traits(MethodDeclaration method) {
        List<Annotation> annotations = method.annotations();
        return new MethodTraits(
                method.oneway().isPresent(),
                method.parameters().stream().anyMatch(each -> each.ellipsis().isPresent()),
                BuiltinAnnotation.POSITIONAL.isAmong(annotations),
                BuiltinAnnotation.READONLY.isAmong(annotations),
                BuiltinAnnotation.NONBLOCKING.isAmong(annotations),
                BuiltinAnnotation.IDEMPOTENT
                        .find(annotations)
                        .map(found -> new MethodTraits.Idempotency(key(found).map(TextLiteral::value))),
                BuiltinAnnotation.TIMEOUT
                        .find(annotations)
                        .map(ConstraintReader::text)
                        .flatMap(text -> timeout(text.value())));
    }

    /** Returns the key of {@code @idempotent}, if it has one. */
    public static Optional<TextLiteral> key(Annotation idempotent) {
        return idempotent.arguments().stream()
                .map(Argument::from)
                .flatMap(Optional::stream)
                .map(TextLiteral.class::cast)
                .findFirst();
    }

    /** Returns the duration that a text is: ISO 8601 without months and years, within what is allowed. */
    public static Optional<Duration> timeout(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text))
                    .filter(each -> each.compareTo(SHORTEST) >= 0 && each.compareTo(LONGEST) <= 0);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
