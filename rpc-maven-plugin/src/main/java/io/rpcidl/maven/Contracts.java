package io.rpcidl.maven;

import io.rpcidl.codegen.Inputs;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DependencyResolutionException;

/**
 * The contracts of a goal, and those that they may import: of folders, which are read at once, and of jars, which are read only if a
 * package is in none of the folders.
 */
final class Contracts {

    private static final String OWN = "contract ";
    private static final String IMPORTED = "imported contract ";
    private static final String OF_JAR = "imported from a jar ";

    private static final Loader.Result NOTHING = new Loader.Result(List.of(), List.of(), List.of());

    private final Loader.Result loaded;
    private final Jars jars;
    private Loader.Result fetched = NOTHING;
    private boolean isFetched;
    private boolean isNeeded;

    Contracts(List<Path> roots, List<Path> folders, Jars jars) {
        this(Loader.load(roots, folders), jars);
    }

    Contracts(Loader.Result loaded, Jars jars) {
        this.loaded = loaded;
        this.jars = jars;
    }

    /** The jars have to be there, and cannot be had. */
    private static final class Unresolved extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unresolved(Set<String> missing, DependencyResolutionException cause) {
            super(
                    "no contract in the sources declares the package " + String.join(", ", missing)
                            + "; the dependencies, whose jars may, cannot be resolved: " + cause.getMessage(),
                    cause);
        }
    }

    /** Returns whether there is nothing to compile, and nothing that could not be read. */
    boolean isEmpty() {
        return loaded.sources().isEmpty() && loaded.diagnostics().isEmpty();
    }

    Compilation compile() throws MojoExecutionException {
        try {
            Compilation compilation = Compiler.compile(loaded, this::need);
            fetched = isNeeded ? fetched : NOTHING;
            return compilation;
        } catch (Unresolved e) {
            throw new MojoExecutionException(e.getMessage(), e.getCause());
        }
    }

    private Loader.Result need(Set<String> missing) {
        isNeeded = true;
        try {
            return fetch();
        } catch (DependencyResolutionException e) {
            throw new Unresolved(missing, e);
        }
    }

    private Loader.Result fetch() throws DependencyResolutionException {
        if (!isFetched) {
            fetched = jars.load();
            isFetched = true;
        }
        return fetched;
    }

    /** Reads the jars now if a former run needed them: whether something has changed is not to be known without. */
    void fetchIfBefore(Inputs before, Log log) {
        if (before.names(OF_JAR).isEmpty()) {
            return;
        }
        try {
            fetch();
        } catch (DependencyResolutionException e) {
            log.debug(
                    "The jars that were needed cannot be resolved: " + e.getMessage()); // what is missing is said later
        }
    }

    /** Returns whether everything could be read: what could not is no input, and would be missed. */
    boolean isReadable() {
        return Stream.of(loaded, fetched)
                .flatMap(each -> each.diagnostics().stream())
                .noneMatch(Diagnostic::isError);
    }

    /** Returns the files that were read, also those that may be imported, but for those in jars. */
    List<File> files() {
        return Stream.concat(
                        loaded.sources().stream(), loaded.libraries().stream().flatMap(each -> each.sources().stream()))
                .map(each -> new File(each.name()))
                .toList();
    }

    /** Adds all contracts to what files are made of. */
    void describe(Inputs inputs) {
        loaded.sources().forEach(each -> inputs.with(OWN + each.path(), each.text()));
        describe(loaded, IMPORTED, inputs);
        describe(fetched, OF_JAR, inputs);
    }

    private static void describe(Loader.Result result, String prefix, Inputs inputs) {
        for (Loader.Library library : result.libraries()) {
            for (SourceFile each : library.sources()) {
                inputs.with(prefix + each.name(), each.text());
            }
        }
    }

    /** Returns the paths, below their folder, of contracts of a former run that are gone, or different, now. */
    static List<String> outdated(Inputs before, Inputs now) {
        return now.outdated(before, OWN);
    }
}
