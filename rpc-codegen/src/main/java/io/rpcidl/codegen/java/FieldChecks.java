package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The constraints of a class's fields: a constant for each, and the statements of its constructor that check them. */
final class FieldChecks {

    private final CheckExpressions checks;
    private final Map<JavaField, String> names = new LinkedHashMap<>();

    FieldChecks(List<JavaField> fields, TypeMapper types) {
        this.checks = new CheckExpressions(types);
        Names taken = new Names();
        for (JavaField field : fields) {
            if (check(field).isPresent()) {
                names.put(field, taken.free(JavaNames.upperSnake(field.model().name()) + "_CHECK_"));
            }
        }
    }

    private Optional<CodeBlock> check(JavaField field) {
        Optional<CodeBlock> check = checks.check(field.model().type());
        return field.model().traits().sensitive() && field.isContainer()
                ? check.map(code -> CodeBlock.of("$T.sensitive($L)", RuntimeNames.CHECK, code))
                : check;
    }

    /** Returns whether there is none. */
    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Returns the constants of members, which name them. */
    List<FieldSpec> constants() {
        List<FieldSpec> constants = new ArrayList<>();
        names.forEach(
                (field, name) -> check(field).ifPresent(check -> constants.add(checks.member(field, name, check))));
        return constants;
    }

    /** Returns the constant of a value which has no name in JSON. */
    List<FieldSpec> bareConstants() {
        List<FieldSpec> constants = new ArrayList<>();
        names.forEach((field, name) -> check(field).ifPresent(check -> constants.add(checks.bare(field, name, check))));
        return constants;
    }

    /** Returns the statements that check each field and name it where it is wrong. */
    CodeBlock statements() {
        CodeBlock.Builder code = CodeBlock.builder();
        names.forEach((field, name) -> code.addStatement("$L.require($N)", name, field.name()));
        return code.build();
    }

    /** Returns the statements that check a value which has no name in JSON: it is all that the class holds. */
    CodeBlock bareStatements() {
        CodeBlock.Builder code = CodeBlock.builder();
        names.forEach((field, name) -> code.addStatement("$L.check($L)", name, value(field)));
        return code.build();
    }

    private static CodeBlock value(JavaField field) {
        return CodeBlock.of(field.isTristate() ? "$N.orNull()" : "$N", field.name());
    }
}
