package io.rpcidl.idl.ast;

/** What an annotation can belong to. */
public enum Target {
    STRUCT("a struct"),
    ERROR("an error"),
    ENUM("an enum"),
    UNION("a union"),
    NEWTYPE("a newtype"),
    ALIAS("an alias"),
    CONST("a const"),
    SERVICE("a service"),
    MIXIN("a mixin"),
    ANNOTATION("an annotation"),
    FIELD("a field"),
    PARAMETER("a parameter"),
    ENUM_MEMBER("an enum member"),
    UNION_MEMBER("a union member"),
    METHOD("a method"),
    RESULT("a result"),
    NEWTYPE_TYPE("the type of a newtype"),
    TYPE("a type");

    private final String phrase;

    Target(String phrase) {
        this.phrase = phrase;
    }

    /** Returns the target that a declaration is. */
    public static Target of(Declaration declaration) {
        return valueOf(declaration.keyword().toUpperCase(java.util.Locale.ROOT));
    }

    /** Returns its name with an article, such as {@code a field}. */
    public String phrase() {
        return phrase;
    }
}
