package io.rpcidl.cli.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclarationTextsTest {

    private static final String CONTRACT = """
            /** The package's, not the struct's. */
            package a.b;

            // a line of {
            /* a block */
            struct Plain { x: string; }

            /** Of what is deprecated. */
            // between
            @deprecated("see /* { */ the \\" // other")
            struct Old {
              url: string = "http://x";
            } // behind it
            /** Not this. */
            /** But this. */
            service S extends /* { */ T {
                /** Says "*" and / and {. */
                @readonly
                get(
                    /** Which. */
                    key: string = "a // b", // so
                    n: int32
                ): string;
                oneway put(key: string) ;
            }
            service T { /** Short. */ t(); u(); }
            """;

    private final DeclarationTexts texts = new DeclarationTexts(List.of(new SourceFile("a.rpcidl", CONTRACT)));

    private static QualifiedName name(String simple) {
        return new QualifiedName("a.b", simple);
    }

    @Test
    void aDeclarationComesWithItsDocumentationAndAnnotations() {
        assertEquals(Optional.of("struct Plain { x: string; }"), texts.declaration(name("Plain")));
        assertEquals(Optional.of("""
                /** Of what is deprecated. */
                // between
                @deprecated("see /* { */ the \\" // other")
                struct Old {
                  url: string = "http://x";
                }"""), texts.declaration(name("Old")));
        assertEquals(
                "/** But this. */\nservice S extends",
                texts.declaration(name("S")).orElseThrow().substring(0, 34));
        assertEquals(Optional.empty(), texts.declaration(name("Nothing")));
    }

    @Test
    void aMethodStandsAtTheMargin() {
        assertEquals(Optional.of("""
                /** Says "*" and / and {. */
                @readonly
                get(
                    /** Which. */
                    key: string = "a // b", // so
                    n: int32
                ): string;"""), texts.method(name("S"), "get"));
        assertEquals(Optional.of("/** Short. */ t();"), texts.method(name("T"), "t"));
        assertEquals(Optional.of("u();"), texts.method(name("T"), "u"));
        assertEquals(Optional.empty(), texts.method(name("S"), "t"));
        assertEquals(Optional.empty(), texts.method(name("Plain"), "x"));
    }

    @Test
    void aSignatureIsOneLine() {
        assertEquals(Optional.of("get(key: string = \"a // b\", n: int32): string"), texts.signature(name("S"), "get"));
        assertEquals(Optional.of("oneway put(key: string)"), texts.signature(name("S"), "put"));
        assertEquals(Optional.of("t()"), texts.signature(name("T"), "t"));
    }
}
