package io.rpcidl.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may see whom. The reasons are in docs/architecture.md. */
class DirectionsTest {

    private static final String IDL = "io.rpcidl.idl";
    private static final String CODEGEN = "io.rpcidl.codegen";
    private static final String JSON = "io.rpcidl.json";
    private static final String TRANSPORT = "io.rpcidl.transport";
    private static final String RESILIENCE = "io.rpcidl.resilience";
    private static final String RUNTIME = "io.rpcidl.runtime";
    private static final String REGISTRY = "io.rpcidl.registry";
    private static final String CLI = "io.rpcidl.cli";
    private static final String JACKSON = "io.rpcidl.jackson";
    private static final String JUNIT = "io.rpcidl.junit";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rpcidl");

    private static Stream<ArchRule> rules() {
        return Stream.of(
                sees(IDL + ".source..", "java..", IDL + ".source.."),
                sees(IDL + ".model..", "java..", IDL + ".source..", IDL + ".model.."),
                sees(IDL + ".ast..", "java..", IDL + ".source..", IDL + ".ast.."),
                only("org.antlr..", IDL + ".parser..", IDL + ".thrift.."),
                never(IDL + ".thrift..", IDL + ".ast..", IDL + ".compile..", IDL + ".lint..", IDL + ".compat.."),
                sees(
                        IDL + ".lint..",
                        "java..",
                        IDL + ".source..",
                        IDL + ".diagnostic..",
                        IDL + ".model..",
                        IDL + ".lint.."),
                sees(
                        IDL + ".compat..",
                        "java..",
                        IDL + ".source..",
                        IDL + ".diagnostic..",
                        IDL + ".model..",
                        IDL + ".compat.."),
                only(IDL + ".revision..", IDL + ".revision..", CLI, "io.rpcidl.maven.."),
                never(IDL + ".revision..", IDL + ".ast..", IDL + ".parser..", IDL + ".lint..", IDL + ".thrift.."),
                sees(IDL + ".pattern..", "java..", IDL + ".pattern.."),
                only("picocli..", CLI),
                sees(CLI + ".shell..", "java..", CLI + ".shell.."),
                slices().matching(CLI + ".(**)").should().beFreeOfCycles(),
                never(CODEGEN + ".java..", CODEGEN + ".model.."),
                never(CODEGEN + ".model..", CODEGEN + ".java.."),
                only("com.palantir.javapoet..", CODEGEN + ".java.."),
                never(CODEGEN + "..", RUNTIME + "..", "io.rpcidl.maven..", "org.apache.maven.."),
                never(RUNTIME + "..", IDL + "..", CODEGEN + "..", "io.rpcidl.maven.."),
                only("io.netty..", TRANSPORT + ".netty.."),
                never(RUNTIME + ".client..", RUNTIME + ".server.."),
                never(RUNTIME + ".server..", RUNTIME + ".client.."),
                never(RUNTIME + "..", JACKSON + "..", "com.fasterxml..", "tools.jackson.."),
                only("io.micrometer..", "io.rpcidl.micrometer.."),
                only("io.opentelemetry..", "io.rpcidl.opentelemetry.."),
                extension("io.rpcidl.micrometer..", "io.micrometer.."),
                extension("io.rpcidl.opentelemetry..", "io.opentelemetry.."),
                only("com.fasterxml..", JACKSON + "..", CODEGEN + ".model..", CLI + ".."),
                sees(
                        JACKSON + "..",
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml..",
                        RUNTIME,
                        JSON + "..",
                        RUNTIME + ".stub..",
                        JACKSON + ".."),
                sees(
                        REGISTRY,
                        "java..",
                        "javax.naming..",
                        "org.jspecify..",
                        "org.slf4j..",
                        JSON,
                        TRANSPORT,
                        TRANSPORT + ".thread..",
                        REGISTRY),
                sees(
                        REGISTRY + ".embedded..",
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        JSON + "..",
                        RUNTIME,
                        RUNTIME + ".client..",
                        RUNTIME + ".server..",
                        RUNTIME + ".stub..",
                        TRANSPORT,
                        TRANSPORT + ".thread..",
                        REGISTRY,
                        REGISTRY + ".embedded.."),
                sees(
                        JUNIT + "..",
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.junit.jupiter.api..",
                        JSON + "..",
                        RUNTIME,
                        RUNTIME + ".client..",
                        RUNTIME + ".observe..",
                        RUNTIME + ".server..",
                        RUNTIME + ".stub..",
                        TRANSPORT,
                        TRANSPORT + ".thread..",
                        JUNIT + ".."),
                sees(
                        REGISTRY + ".tck..",
                        "java..",
                        "org.jspecify..",
                        "org.junit.jupiter.api..",
                        TRANSPORT,
                        REGISTRY,
                        REGISTRY + ".tck.."),
                sees(
                        REGISTRY + ".zookeeper..",
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.apache.curator..",
                        "org.apache.zookeeper..",
                        TRANSPORT,
                        TRANSPORT + ".thread..",
                        REGISTRY,
                        REGISTRY + ".zookeeper.."),
                only("org.apache.curator..", REGISTRY + ".zookeeper.."),
                only("org.apache.zookeeper..", REGISTRY + ".zookeeper.."),
                only("org.junit..", JUNIT + "..", REGISTRY + ".tck.."),
                noClasses()
                        .that()
                        .haveFullyQualifiedName(JUNIT + ".FaultFilter")
                        .should()
                        .transitivelyDependOnClassesThat()
                        .resideInAPackage("org.junit..")
                        .because("a system on trial has no JUnit"),
                noClasses()
                        .that()
                        .areAnnotatedWith(RUNTIME + ".stub.Generated")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..", JACKSON + "..")
                        .because("generated code serves every version of Jackson"),
                sees(JSON + "..", "java..", "org.jspecify..", JSON + ".."),
                never(TRANSPORT + "..", JSON + "..", RUNTIME + ".."),
                sees(RESILIENCE + "..", "java..", "org.jspecify..", RESILIENCE + ".."),
                slices().matching(TRANSPORT + ".(**)").should().beFreeOfCycles(),
                sees(
                        RUNTIME + ".filter..",
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        RUNTIME,
                        "io.rpcidl.resilience..",
                        TRANSPORT,
                        RUNTIME + ".filter.."),
                sees(
                        RUNTIME + ".service..",
                        "java..",
                        "org.jspecify..",
                        RUNTIME,
                        JSON + "..",
                        RUNTIME + ".stub..",
                        RUNTIME + ".service.."),
                sees(RUNTIME + ".wire..", "java..", "org.jspecify..", RUNTIME, JSON + "..", RUNTIME + ".wire.."),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(CODEGEN, IDL + ".format..")
                        .and()
                        .resideInAnyPackage(IDL + "..", CODEGEN + "..", "io.rpcidl.maven..")
                        .should()
                        .callMethodWhere(writes())
                        .because("only OutputDirectory and NewFiles write"),
                slices().matching(RUNTIME + ".(**)").should().beFreeOfCycles());
    }

    @TestFactory
    Stream<DynamicTest> directions() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
    }

    /** What puts something into a file; a temporary one, which is made and deleted by other methods, may be filled by others. */
    private static DescribedPredicate<JavaMethodCall> writes() {
        Set<String> names = Set.of("write", "writeString", "newOutputStream", "newBufferedWriter", "copy", "move");
        return DescribedPredicate.describe(
                "it writes a file",
                call -> call.getTargetOwner().isEquivalentTo(Files.class) && names.contains(call.getName()));
    }

    private static ArchRule sees(String room, String... others) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(others);
    }

    /** An adapter for a library watches calls, and sees no more of the runtime. */
    private static ArchRule extension(String room, String library) {
        return sees(room, "java..", "org.jspecify..", library, RUNTIME, RUNTIME + ".observe..", TRANSPORT, room);
    }

    private static ArchRule only(String library, String... rooms) {
        return noClasses()
                .that()
                .resideInAPackage("io.rpcidl..")
                .and()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchRule never(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
