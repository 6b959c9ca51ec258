package io.rpcidl.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public API of some classes as text: types, then their members, in order of name. */
final class PublicApi {

    /** Public for a neighbouring room, or because a tool made it so; the package's own page says that it is not promised. */
    private static final Pattern NOT_PROMISED = Pattern.compile(
            "io[.]rpcidl[.]idl[.](parser[.]Rpcidl|thrift[.]Thrift(Lexer|Parser|Visitor|BaseVisitor)|compile[.](annotation|link|rule)[.]).*");

    private static final Set<String> OF_EVERY_RECORD_OR_ENUM =
            Set.of("equals", "hashCode", "toString", "values", "valueOf");

    private PublicApi() {}

    static String of(JavaClasses classes) {
        return classes.stream()
                .filter(PublicApi::isPublic)
                .filter(type -> !NOT_PROMISED.matcher(type.getName()).matches())
                .sorted(Comparator.comparing(JavaClass::getName))
                .map(PublicApi::type)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isPublic(JavaClass type) {
        boolean promised = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        boolean generated = type.isAnnotatedWith("io.rpcidl.runtime.stub.Generated")
                || type.getEnclosingClass().map(PublicApi::isGenerated).orElse(false);
        return promised
                && !generated
                && type.getEnclosingClass().map(PublicApi::isPublic).orElse(true);
    }

    private static boolean isGenerated(JavaClass type) {
        return type.isAnnotatedWith("io.rpcidl.runtime.stub.Generated");
    }

    private static String type(JavaClass type) {
        String supertypes = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .map(JavaClass::getName)
                .filter(name -> !name.equals("java.lang.Object"))
                .sorted()
                .collect(Collectors.joining(", "));
        String head = kind(type) + " " + type.getName() + (supertypes.isEmpty() ? "" : " : " + supertypes) + "\n";
        Stream<JavaMember> members = Stream.concat(type.getFields().stream(), type.getCodeUnits().stream());
        return head
                + members.filter(PublicApi::isPromised)
                        .map(PublicApi::member)
                        .sorted()
                        .map(line -> "  " + line + "\n")
                        .collect(Collectors.joining());
    }

    private static String kind(JavaClass type) {
        String modifiers = type.getModifiers().contains(JavaModifier.FINAL) ? "final " : "";
        if (type.isAnnotation()) {
            return "annotation";
        }
        return type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : modifiers + "class";
    }

    private static boolean isPromised(JavaMember member) {
        return !OF_EVERY_RECORD_OR_ENUM.contains(member.getName())
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !member.getModifiers().contains(JavaModifier.BRIDGE)
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static String member(JavaMember member) {
        String prefix = member.getModifiers().contains(JavaModifier.STATIC) ? "static " : "";
        if (member instanceof JavaField field) {
            return prefix + field.getName() + ": " + field.getType().getName();
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        String parameters =
                unit.getParameterTypes().stream().map(type -> type.getName()).collect(Collectors.joining(", "));
        return prefix + unit.getName() + "(" + parameters + "): "
                + unit.getReturnType().getName();
    }
}
