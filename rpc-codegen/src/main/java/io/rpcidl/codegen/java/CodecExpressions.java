package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;

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
        if (type instanceof TypeRef.ListOf list) {
            return CodeBlock.of("$T.list($L)", RuntimeNames.CODECS, codec(list.element()));
        }
        if (type instanceof TypeRef.SetOf set) {
            return CodeBlock.of("$T.set($L)", RuntimeNames.CODECS, codec(set.element()));
        }
        if (type instanceof TypeRef.MapOf map) {
            return CodeBlock.of("$T.map($L,$W$L)", RuntimeNames.CODECS, key(map.key()), codec(map.value()));
        }
        if (type instanceof TypeRef.Named named) {
            return CodeBlock.of("$T.INSTANCE", types.codecName(named.name()));
        }
        return CodeBlock.of("$T.$L", RuntimeNames.CODECS, ((Builtin) type).name());
    }

    /** Returns an expression for a type as the key of a map. */
    private CodeBlock key(TypeRef type) {
        if (type instanceof TypeRef.Named named) {
            return CodeBlock.of("$T.KEY", types.codecName(named.name()));
        }
        return CodeBlock.of("$T.$L", RuntimeNames.MAP_KEY, ((Builtin) type).name());
    }

    /** Returns whether the reader and the writer have a method of the type's own name. */
    static boolean isDirect(TypeRef type) {
        return type instanceof Builtin builtin
                && switch (builtin) {
                    case BOOL, INT32, INT64, BIGINT, FLOAT32, FLOAT64, DECIMAL, STRING -> true;
                    default -> false;
                };
    }

    /** Returns whether a codec has to be put together, which is done once. */
    static boolean isContainer(TypeRef type) {
        return type instanceof TypeRef.ListOf || type instanceof TypeRef.SetOf || type instanceof TypeRef.MapOf;
    }
}
