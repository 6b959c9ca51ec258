package io.rpcidl.maven;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The contracts of a folder, and what a goal logs of them. */
record Contracts(Path folder, Log log) {

    /** Returns the files of dependencies that may hold contracts: jars, and folders of modules of the same build. */
    static Stream<File> dependencies(MavenProject project) {
        return project.getArtifacts().stream()
                .map(Artifact::getFile)
                .filter(file ->
                        file != null && (file.isDirectory() || file.getName().endsWith(".jar")))
                .filter(file -> file.isFile() || new File(file, "META-INF/rpcidl").isDirectory());
    }

    /** Compiles them, logs what is wrong, and fails for errors. */
    Compilation compile(List<Path> libraries) throws MojoFailureException {
        Compilation compilation = Compiler.compileRoots(List.of(folder), libraries);
        print(compilation.diagnostics());
        if (compilation.hasErrors()) {
            throw failure(compilation.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .count());
        }
        return compilation;
    }

    /** Logs errors and fails if there are any. */
    void requireNone(List<Diagnostic> errors) throws MojoFailureException {
        print(errors);
        if (!errors.isEmpty()) {
            throw failure(errors.size());
        }
    }

    void print(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            String text = DiagnosticRenderer.render(diagnostic).stripTrailing();
            if (diagnostic.isError()) {
                log.error(text);
            } else {
                log.warn(text);
            }
        }
    }

    private MojoFailureException failure(long errors) {
        String count = errors == 1 ? "1 error" : errors + " errors";
        return new MojoFailureException(count + " in the contracts of " + folder + ", see above");
    }
}
