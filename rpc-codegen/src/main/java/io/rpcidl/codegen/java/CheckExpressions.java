package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.TypeRef;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The constraints of a type as checks of the runtime. */
final class CheckExpressions {

    private final TypeMapper types;

    CheckExpressions(TypeMapper types) {
        this.types = types;
    }

    /** Returns an expression for the check of a type, if anything in it is constrained. */
    Optional<CodeBlock> check(TypeRef type) {
        List<CodeBlock> checks = new ArrayList<>();
        TypeRef bare = type instanceof TypeRef.Nullable nullable ? nullable.type() : type;
        if (bare instanceof TypeRef.Constrained constrained) {
            constrained.constraints().forEach(each -> checks.add(constraint(constrained.type(), each)));
        }
        within(bare.plain()).ifPresent(checks::add);
        if (checks.size() < 2) {
            return checks.stream().findFirst();
        }
        return Optional.of(
                CodeBlock.of("$T.all($L)", RuntimeNames.CHECK, checks.stream().collect(CodeBlock.joining(",$W"))));
    }

    /** Returns the constant that holds the check of a value without a name. */
    FieldSpec bare(JavaField field, String name, CodeBlock check) {
        TypeName value = WildcardTypeName.supertypeOf(types.boxed(field.model().type()));
        return constant(ParameterizedTypeName.get(RuntimeNames.CHECK, value), name, check);
    }

    /** Returns the constant that holds a member's check. */
    FieldSpec member(JavaField field, String name, CodeBlock check) {
        TypeName type = ParameterizedTypeName.get(
                RuntimeNames.MEMBER_CHECK, types.boxed(field.model().type()));
        CodeBlock member = StringLiterals.of(field.model().wireName());
        return constant(type, name, CodeBlock.of("new $T<>($L,$W$L)", RuntimeNames.MEMBER_CHECK, member, check));
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private Optional<CodeBlock> within(TypeRef type) {
        if (type instanceof TypeRef.ListOf list) {
            return check(list.element()).map(CheckExpressions::each);
        }
        if (type instanceof TypeRef.SetOf set) {
            return check(set.element()).map(CheckExpressions::each);
        }
        if (!(type instanceof TypeRef.MapOf map)) {
            return Optional.empty();
        }
        Optional<CodeBlock> key = check(map.key());
        Optional<CodeBlock> value = check(map.value());
        CodeBlock none = CodeBlock.of("$T.NONE", RuntimeNames.CHECK);
        return key.isEmpty() && value.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        CodeBlock.of("$T.both($L,$W$L)", RuntimeNames.CHECK, key.orElse(none), value.orElse(none)));
    }

    private static CodeBlock each(CodeBlock check) {
        return CodeBlock.of("$T.each($L)", RuntimeNames.CHECK, check);
    }

    private CodeBlock constraint(TypeRef type, Constraint constraint) {
        Optional<Newtype> newtype = types.newtype(type);
        if (newtype.isPresent()) {
            CodeBlock check = constraint(newtype.get().type().plain(), constraint);
            return CodeBlock.of(
                    "$T.of($T::value,$W$L)",
                    RuntimeNames.CHECK,
                    types.className(newtype.get().name()),
                    check);
        }
        if (constraint instanceof Constraint.Length length) {
            return bounds("length", length.min(), length.max(), 0);
        }
        if (constraint instanceof Constraint.Size size) {
            String method = type instanceof TypeRef.MapOf ? "entries" : type == Builtin.BYTES ? "bytes" : "size";
            return bounds(method, size.min(), size.max(), 0);
        }
        if (constraint instanceof Constraint.Pattern pattern) {
            return CodeBlock.of("$T.pattern($L)", RuntimeNames.CHECK, StringLiterals.of(pattern.text()));
        }
        return range(type, (Constraint.Range) constraint);
    }

    private static CodeBlock range(TypeRef type, Constraint.Range range) {
        boolean whole = type == Builtin.INT32 || type == Builtin.INT64 || type instanceof TypeRef.Encoded;
        if (whole) {
            return bounds(
                    "range",
                    range.min().map(min -> min.setScale(0, RoundingMode.CEILING).longValue()),
                    range.max().map(max -> max.setScale(0, RoundingMode.FLOOR).longValue()),
                    Long.MIN_VALUE);
        }
        return CodeBlock.of(
                "$T.range($L, $L)",
                RuntimeNames.CHECK,
                range.min().map(min -> CodeBlock.of("$S", min)).orElse(CodeBlock.of("null")),
                range.max().map(max -> CodeBlock.of("$S", max)).orElse(CodeBlock.of("null")));
    }

    private static CodeBlock bounds(String method, Optional<Long> min, Optional<Long> max, long least) {
        return CodeBlock.of(
                "$T.$L($L, $L)", RuntimeNames.CHECK, method, end(min.orElse(least)), end(max.orElse(Long.MAX_VALUE)));
    }

    private static CodeBlock end(long end) {
        if (end == Long.MAX_VALUE || end == Long.MIN_VALUE) {
            return CodeBlock.of("$T.$L", Long.class, end < 0 ? "MIN_VALUE" : "MAX_VALUE");
        }
        return CodeBlock.of(end == (int) end ? "$L" : "$LL", end);
    }
}
