package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Values of {@code name=value}: of a type that is a string in JSON the value is that string, whatever it looks like, so that
 * {@code id=007} stays what it is. Of another type, or of one that is not known, it is JSON, or else a string.
 */
final class ParameterText {

    private static final Set<Builtin> NO_STRINGS =
            EnumSet.of(Builtin.BOOL, Builtin.INT32, Builtin.INT64, Builtin.FLOAT32, Builtin.FLOAT64, Builtin.ANY);

    private final Callee callee;

    ParameterText(Callee callee) {
        this.callee = callee;
    }

    byte[] read(Params.Pair pair, Optional<Field> field, boolean element) {
        if (pair.json()) {
            return parse(pair.text()).orElseThrow(() -> new Misuse("the parameter '" + pair.name() + "' is not JSON"));
        }
        boolean string = field.map(Field::type)
                .map(TypeRef::plain)
                .map(each -> element && each instanceof TypeRef.ListOf list ? list.element() : each)
                .filter(this::isString)
                .isPresent();
        return string ? RawJson.string(pair.text()) : parse(pair.text()).orElseGet(() -> RawJson.string(pair.text()));
    }

    private boolean isString(TypeRef type) {
        TypeRef plain = type.plain();
        if (plain instanceof TypeRef.Named named) {
            TypeDeclaration declared = callee.contract().schema().orElseThrow().type(named.name());
            return declared instanceof EnumType || declared instanceof Newtype newtype && isString(newtype.type());
        }
        return plain instanceof TypeRef.Encoded || plain instanceof Builtin builtin && !NO_STRINGS.contains(builtin);
    }

    private static Optional<byte[]> parse(String text) {
        try {
            return Optional.of(RawJson.parse(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
