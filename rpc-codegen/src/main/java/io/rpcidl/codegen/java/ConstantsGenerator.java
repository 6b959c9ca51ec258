package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.Constant;
import io.rpcidl.idl.model.ContractPackage;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * The constants of a package as one class. What takes code to make stands in classes within it, a limited amount in each:
 * the code of one class's constants must fit into one method.
 */
final class ConstantsGenerator {

    private static final int LITERALS_IN_PART = 1000;

    private final ClassName name;
    private final TypeMapper types;
    private final ValueExpressions values;
    private final Set<String> classes = new TreeSet<>();
    private TypeSpec.Builder part;
    private ClassName partName;
    private int parts;
    private int literals;

    ConstantsGenerator(ClassName name, TypeMapper types) {
        this.name = name;
        this.types = types;
        this.values = new ValueExpressions(types);
    }

    TypeSpec generate(ContractPackage contract) {
        TypeSpec.Builder spec = TypeSpec.classBuilder(name)
                .addJavadoc("The constants of $L.\n", contract.name())
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        contract.constants().forEach(constant -> values.addClasses(constant.value(), classes));
        boolean few = contract.constants().stream()
                        .filter(constant -> !isInline(types.type(constant.type())))
                        .mapToInt(constant -> JavaLimits.constants(constant.value()))
                        .sum()
                <= LITERALS_IN_PART;
        contract.constants().forEach(constant -> spec.addField(field(spec, constant, few)));
        finishPart(spec);
        return spec.build();
    }

    private FieldSpec field(TypeSpec.Builder spec, Constant constant, boolean few) {
        TypeName type = types.type(constant.type());
        String simple = constant.name().simpleName();
        String field = classes.contains(simple) ? simple + "_" : JavaNames.packageConstant(simple);
        CodeBlock value = values.expression(constant.type(), constant.value());
        return FieldSpec.builder(type, field, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Javadocs.of(constant))
                .addAnnotations(Deprecations.annotations(constant))
                .initializer(
                        few || isInline(type)
                                ? value
                                : outside(
                                        spec,
                                        constant,
                                        FieldSpec.builder(type, field, Modifier.STATIC, Modifier.FINAL)
                                                .initializer(value)
                                                .build()))
                .build();
    }

    /** The compiler of Java writes it into the class file as a value, without code. */
    private static boolean isInline(TypeName type) {
        return type.isPrimitive() || type.equals(ClassName.get(String.class));
    }

    /** Adds a field to a class within, and returns an expression for it. */
    private CodeBlock outside(TypeSpec.Builder spec, Constant constant, FieldSpec field) {
        int more = JavaLimits.constants(constant.value());
        if (part == null || literals + more > LITERALS_IN_PART) {
            finishPart(spec);
            partName = name.nestedClass("Part" + ++parts + "_");
            part = TypeSpec.classBuilder(partName).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
            literals = 0;
        }
        literals += more;
        part.addField(field);
        return CodeBlock.of("$T.$N", partName, field.name());
    }

    private void finishPart(TypeSpec.Builder spec) {
        if (part != null) {
            spec.addType(part.build());
            part = null;
        }
    }
}
