package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Types of a contract as Java types. */
final class TypeMapper {

    private final Schema schema;
    private final HiddenTypes hidden;

    TypeMapper(Schema schema) {
        this(schema, new HiddenTypes(Set.of()));
    }

    private TypeMapper(Schema schema, HiddenTypes hidden) {
        this.schema = schema;
        this.hidden = hidden;
    }

    /** Returns a mapper that writes some classes by their full names, as something else hides them. */
    TypeMapper hiding(HiddenTypes names) {
        return new TypeMapper(schema, names);
    }

    TypeDeclaration declaration(QualifiedName name) {
        return schema.type(name);
    }

    /** Returns the class generated for a declared type. */
    ClassName className(QualifiedName name) {
        String javaPackage = schema.contractPackage(name.packageName()).javaPackage();
        return hidden.visible(ClassName.get(javaPackage, JavaNames.type(schema.type(name))));
    }

    /** Returns the class generated for a declared type's codec. */
    ClassName codecName(QualifiedName name) {
        return codecs(schema.contractPackage(name.packageName())).nestedClass(name.simpleName() + "Codec_");
    }

    /** Returns the class that holds the codecs of a package's types. */
    ClassName codecs(ContractPackage contract) {
        return ClassName.get(contract.javaPackage(), "TypeCodecs_");
    }

    /** Returns the Java type, primitive where there is one and null is not among its values. */
    TypeName type(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return nullable(nullable.type());
        }
        if (type instanceof TypeRef.Constrained constrained) {
            return type(constrained.type());
        }
        if (type instanceof TypeRef.Encoded) {
            return TypeName.LONG;
        }
        if (type instanceof TypeRef.ListOf list) {
            return ParameterizedTypeName.get(ClassName.get(List.class), boxed(list.element()));
        }
        if (type instanceof TypeRef.SetOf set) {
            return ParameterizedTypeName.get(ClassName.get(Set.class), boxed(set.element()));
        }
        if (type instanceof TypeRef.MapOf map) {
            return ParameterizedTypeName.get(ClassName.get(Map.class), boxed(map.key()), boxed(map.value()));
        }
        if (type instanceof TypeRef.Named named) {
            return className(named.name());
        }
        return builtin((Builtin) type);
    }

    /** Returns the Java type as an argument of a generic type. */
    TypeName boxed(TypeRef type) {
        return type(type).box();
    }

    /** Returns the Java type of a value that may be absent. */
    TypeName nullable(TypeRef type) {
        return boxed(type).annotated(RuntimeNames.NULLABLE);
    }

    /** Returns the Java type of a field whose absence and null differ. */
    TypeName patch(TypeRef type) {
        return ParameterizedTypeName.get(RuntimeNames.PATCH, boxed(type));
    }

    /** Returns the newtype that a type is the name of, if it is. */
    Optional<Newtype> newtype(TypeRef type) {
        return type.plain() instanceof TypeRef.Named named && schema.type(named.name()) instanceof Newtype newtype
                ? Optional.of(newtype)
                : Optional.empty();
    }

    /** Returns the schema that all names are of. */
    Schema schema() {
        return schema;
    }

    private static TypeName builtin(Builtin type) {
        return switch (type) {
            case BOOL -> TypeName.BOOLEAN;
            case INT32 -> TypeName.INT;
            case INT64 -> TypeName.LONG;
            case FLOAT32 -> TypeName.FLOAT;
            case FLOAT64 -> TypeName.DOUBLE;
            case BIGINT -> ClassName.get(BigInteger.class);
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case STRING -> ClassName.get(String.class);
            case BYTES -> RuntimeNames.BYTES;
            case TIMESTAMP -> ClassName.get(Instant.class);
            case DATE -> ClassName.get(LocalDate.class);
            case TIME -> ClassName.get(LocalTime.class);
            case DATETIME -> ClassName.get(LocalDateTime.class);
            case DURATION -> ClassName.get(Duration.class);
            case UUID -> ClassName.get(UUID.class);
            case ANY -> RuntimeNames.JSON_VALUE;
        };
    }
}
