package io.rpcidl.idl.compile.annotation;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
import java.util.List;
import java.util.Optional;

/**
 * {@code @example(params = {...}, result = ...)} as it was written.
 *
 * @param params the parameters; empty if it has none, or if it is no map
 */
public record MethodExampleLiteral(Optional<MapLiteral> params, Optional<Literal> result) {

    /** What stands before the parameters. */
    public static final String PARAMS = "params";

    /** What stands before the result. */
    public static final String RESULT = "result";

    /** Returns the parts of an example of a method. */
    public static MethodExampleLiteral of(Annotation example) {
        return new MethodExampleLiteral(
                named(example, PARAMS).filter(MapLiteral.class::isInstance).map(MapLiteral.class::cast),
                named(example, RESULT));
    }

    private static Optional<Literal> named(Annotation example, String key) {
        return example.arguments().stream()
                .filter(argument ->
                        argument.key().filter(name -> name.text().equals(key)).isPresent())
                .findFirst()
                .flatMap(Argument::from);
    }

    /** Returns the entries of the parameters. */
    public List<MapLiteral.Entry> entries() {
        return params.map(MapLiteral::entries).orElse(List.of());
    }
}
