package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.TypeRef;
import java.util.Optional;

/** How generated code names the codec of a type. */
final class CodecExpressions {

    private final TypeMapper types;

    CodecExpressions(TypeMapper types) {
        this.types = types;
    }

    /** Returns an expression for a type's codec. */
    CodeBlock codec(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return CodeBlock.of("$T.nullable($L)", RuntimeNames.CODECS, codec(nullable.type()));
        }
        if (type instanceof TypeRef.Constrained constrained) {
            return codec(constrained.type()); // checked by the class that holds the value
        }
        if (type instanceof TypeRef.Encoded) {
            return CodeBlock.of("$T.INT64_TEXT", RuntimeNames.CODECS);
        }
        if (type instanceof TypeRef.ListOf list) {
            return CodeBlock.of("$T.list($L)", RuntimeNames.CODECS, codec(list.element()));
        }
        if (type instanceof TypeRef.SetOf set) {
            return CodeBlock.of("$T.set($L)", RuntimeNames.CODECS, codec(set.element()));
        }
        if (type instanceof TypeRef.MapOf map && map.entries()) {
            return CodeBlock.of("$T.entries($L,$W$L)", RuntimeNames.CODECS, codec(map.key()), codec(map.value()));
        }
        if (type instanceof TypeRef.MapOf map) {
            CodeBlock codec = CodeBlock.of("$T.map($L,$W$L)", RuntimeNames.CODECS, key(map.key()), codec(map.value()));
            return isSensitive(map.key()) ? CodeBlock.of("$T.sensitive($L)", RuntimeNames.CODECS, codec) : codec;
        }
        if (type instanceof TypeRef.Named named) {
            return CodeBlock.of("$T.INSTANCE", types.codecName(named.name()));
        }
        return CodeBlock.of("$T.$L", RuntimeNames.CODECS, ((Builtin) type).name());
    }

    /** Returns whether a key is: it would be shown as the name of a member, so that the whole map must not be. */
    private boolean isSensitive(TypeRef key) {
        return types.newtype(key.plain())
                .filter(newtype -> newtype.sensitive() || isSensitive(newtype.type()))
                .isPresent();
    }

    /** Returns an expression for a type as the key of a map. */
    CodeBlock key(TypeRef type) {
        TypeRef plain = type.plain();
        if (plain instanceof TypeRef.Named named) {
            return CodeBlock.of("$T.KEY", types.codecName(named.name()));
        }
        Builtin builtin = plain instanceof TypeRef.Encoded encoded ? encoded.type() : (Builtin) plain;
        return CodeBlock.of("$T.$L", RuntimeNames.MAP_KEY, builtin.name());
    }

    /** Returns whether a type can be the key of a map that is an object. */
    boolean isKey(TypeRef type) {
        TypeRef plain = type.plain();
        if (plain instanceof TypeRef.Named named) {
            return types.declaration(named.name()) instanceof EnumType
                    || types.newtype(plain)
                            .filter(newtype -> isKey(newtype.type()))
                            .isPresent();
        }
        return plain instanceof TypeRef.Encoded
                || (plain instanceof Builtin builtin
                        && switch (builtin) {
                            case BOOL, INT32, INT64, BIGINT, STRING, UUID, DATE, TIMESTAMP -> true;
                            default -> false;
                        });
    }

    /** Returns the codec of a field: of a sensitive one nothing is shown where it is wrong. */
    CodeBlock codec(JavaField field) {
        CodeBlock codec = codec(field.model().type());
        return field.model().traits().sensitive()
                ? CodeBlock.of("$T.sensitive($L)", RuntimeNames.CODECS, codec)
                : codec;
    }

    /** Returns the method of the reader that reads a type, if it has one. */
    static Optional<String> reading(TypeRef type) {
        TypeRef plain = type.plain();
        if (plain instanceof TypeRef.Encoded) {
            return Optional.of("int64");
        }
        return isDirect(plain) ? Optional.of(((Builtin) plain).typeName()) : Optional.empty();
    }

    /** Returns the method of the writer that writes a type, if it has one. */
    static Optional<String> writing(TypeRef type) {
        return type.plain() instanceof TypeRef.Encoded ? Optional.of("int64Text") : reading(type);
    }

    /** Returns the method of the reader that reads a type or null, and of the writer that writes a member, if it has one. */
    static Optional<String> member(TypeRef type) {
        return type.plain() instanceof Builtin builtin
                        && switch (builtin) {
                            case BOOL, INT32, INT64, STRING -> true;
                            default -> false;
                        }
                ? Optional.of(builtin.typeName())
                : Optional.empty();
    }

    private static boolean isDirect(TypeRef type) {
        return type instanceof Builtin builtin
                && switch (builtin) {
                    case BOOL, INT32, INT64, BIGINT, FLOAT32, FLOAT64, DECIMAL, STRING -> true;
                    default -> false;
                };
    }

    /** Returns whether a codec has to be put together, which is done once. */
    static boolean isContainer(TypeRef type) {
        TypeRef plain = type.plain();
        return plain instanceof TypeRef.ListOf || plain instanceof TypeRef.SetOf || plain instanceof TypeRef.MapOf;
    }
}
