package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A closed enum as a Java enum. */
final class ClosedEnumGenerator {

    private final ClassName name;

    ClosedEnumGenerator(ClassName name) {
        this.name = name;
    }

    TypeSpec.Builder generate(EnumType type) {
        TypeSpec.Builder java = TypeSpec.enumBuilder(name).addModifiers(Modifier.PUBLIC);
        for (EnumMember member : type.members()) {
            java.addEnumConstant(
                    JavaNames.constant(member.name()),
                    TypeSpec.anonymousClassBuilder(StringLiterals.of(member.wireName()))
                            .addJavadoc(Javadocs.of(member))
                            .addAnnotations(Deprecations.annotations(member))
                            .build());
        }
        return java.addField(EnumGenerator.byName(type, name, CodeBlock.of("values()")))
                .addField(String.class, "wireName", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "wireName")
                        .addStatement("this.wireName = wireName")
                        .build())
                .addMethod(MethodSpec.methodBuilder("wireName")
                        .addJavadoc("Returns the name on the wire.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return wireName")
                        .build())
                .addMethod(find());
    }

    private MethodSpec find() {
        return MethodSpec.methodBuilder("ofWireName")
                .addJavadoc("Returns the value of a name on the wire, if there is one.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), name))
                .addParameter(String.class, "wireName")
                .addStatement("return $T.ofNullable($L.get(wireName))", Optional.class, EnumGenerator.BY_NAME)
                .build();
    }
}
