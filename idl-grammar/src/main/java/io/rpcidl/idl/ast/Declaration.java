package io.rpcidl.idl.ast;

import java.util.List;

/** What has a name in its package. */
public sealed interface Declaration extends Item
        permits StructDeclaration,
                ErrorDeclaration,
                MixinDeclaration,
                EnumDeclaration,
                UnionDeclaration,
                ServiceDeclaration,
                NewtypeDeclaration,
                AliasDeclaration,
                ConstDeclaration,
                AnnotationDeclaration {

    /** Returns what stands before the word that says its kind, and its name. */
    Header header();

    /** Returns the word of the language for this kind, such as {@code struct}. */
    String keyword();

    /** Returns that word with its article, such as {@code an enum}. */
    default String kind() {
        boolean vowel = "aeio".indexOf(keyword().charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + keyword();
    }

    /** Returns its name. */
    default Name name() {
        return header().name();
    }

    /** Returns its annotations. */
    default List<Annotation> annotations() {
        return header().annotations();
    }
}
