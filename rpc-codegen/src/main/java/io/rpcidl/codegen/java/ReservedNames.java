package io.rpcidl.codegen.java;

import java.util.Set;

/** Names that generated code needs for itself, by where they would be in the way. */
final class ReservedNames {

    /** Words that Java 17 keeps for itself in some places only, beside its keywords, and the constants of codecs. */
    static final Set<String> RESTRICTED_TYPES =
            Set.of("INSTANCE", "KEY", "permits", "record", "sealed", "var", "yield");

    static final Set<String> OBJECT_METHODS =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    static final Set<String> BUILDER_METHODS = Set.of("build", "builder", "toBuilder");

    /** Methods of {@code RpcException} and above, and the constant that each exception has. */
    static final Set<String> EXCEPTION_MEMBERS = Set.of(
            "addSuppressed",
            "code",
            "fillInStackTrace",
            "getCause",
            "getLocalizedMessage",
            "getMessage",
            "getStackTrace",
            "getSuppressed",
            "initCause",
            "printStackTrace",
            "serialVersionUID",
            "setStackTrace",
            "status");

    static final Set<String> STUB_METHODS = Set.of("stub", "with");

    /** Members of a generated enum, and the classes that its code names. */
    static final Set<String> ENUM_MEMBERS =
            Set.of("GeneratedCode", "Known", "List", "Map", "Objects", "Optional", "known", "wireName");

    /**
     * Classes whose static members the code of records and codecs uses, and where the full names of those classes begin:
     * a variable of that name would hide them.
     */
    static final Set<String> HIDDEN_BY_VARIABLES = Set.of(
            "Base64",
            "Bytes",
            "Check",
            "Codecs",
            "Double",
            "Duration",
            "Float",
            "GeneratedCode",
            "Instant",
            "List",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "Long",
            "Map",
            "Objects",
            "Patch",
            "Set",
            "Status",
            "StatusCode",
            "UUID",
            "io",
            "java");

    /**
     * Classes of {@code java.lang} that generated code names. A fixed list: what the package holds depends on the JDK,
     * and the same contract must give the same code on each.
     */
    static final Set<String> JAVA_LANG = Set.of(
            "AssertionError",
            "Boolean",
            "Class",
            "Deprecated",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Object",
            "Override",
            "String",
            "SuppressWarnings",
            "Throwable",
            "Void");

    /** Where the packages begin that generated code needs. */
    static final Set<String> ROOT_PACKAGES = Set.of("io", "java", "org");

    private ReservedNames() {}
}
