package io.rpcidl.cli.generated;

import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.java.JavaGenerator;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A contract of a test, which is right in itself, and the Java that it becomes. */
record Contract(Schema schema) {

    static Contract of(String text) {
        return of(new SourceFile("contract.rpcidl", text));
    }

    static Contract of(SourceFile... files) {
        return of(Compiler.compile(List.of(files)));
    }

    static Contract of(Compilation compilation) {
        return new Contract(compilation.schema().orElseThrow(() -> new AssertionError(compilation.diagnostics())));
    }

    Generation generate() {
        return new JavaGenerator().generate(schema, schema.packages());
    }

    /** Returns the generated sources by path. */
    Map<String, String> sources() {
        Generation generation = generate();
        if (generation.isRefused()) {
            throw new AssertionError(generation.refusals());
        }
        Map<String, String> sources = new LinkedHashMap<>();
        for (GeneratedFile file : generation.files()) {
            sources.put(file.path(), file.content());
        }
        return sources;
    }

    /** Returns the generated classes, which compile without a warning. */
    JavaClasses compile() {
        return Javac.compile(sources()).classes();
    }
}
