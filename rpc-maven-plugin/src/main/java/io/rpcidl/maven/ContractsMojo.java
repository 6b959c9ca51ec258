package io.rpcidl.maven;

import io.rpcidl.idl.compile.Loader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

/** What goals that compile the contracts of a project have in common: which those are, and what they may import. */
abstract class ContractsMojo extends SkippableMojo {

    /** The build, with its other modules. */
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Inject
    ProjectDependenciesResolver resolver;

    /**
     * Further folders whose contracts may be imported, beside those of the dependencies. Nothing is generated for them: the
     * Java of a contract that is imported comes from where the contract comes from.
     */
    @Parameter(property = "rpcidl.importDirectories")
    private List<File> importDirectories = List.of();

    /** Returns the folder of the contracts, which need not exist. */
    abstract File sourceDirectory();

    /** Returns what findings are found in, for people. */
    final String where() {
        return "the contracts of " + sourceDirectory();
    }

    /** Returns which dependencies may be imported from. */
    Scopes scopes() {
        return Scopes.MAIN;
    }

    /** Returns folders of this project that may be imported from. */
    Stream<Path> ownFolders() {
        return Stream.empty();
    }

    final Contracts contracts() {
        return contracts(List.of(sourceDirectory().toPath()));
    }

    /** Reads other contracts than those of the folder, with what the project's may import. */
    final Contracts contracts(List<Path> roots) {
        Siblings siblings = siblings();
        return new Contracts(roots, folders(siblings), jars(siblings));
    }

    /** Reads contracts from elsewhere than where they stand now, with what the project's may import. */
    final Contracts contracts(Origin origin) throws IOException {
        Siblings siblings = siblings();
        return new Contracts(origin.load(folders(siblings)), jars(siblings));
    }

    /** Where contracts come from. */
    interface Origin {

        /** Reads them, and what they may import: of folders, which are there now. */
        Loader.Result load(List<Path> folders) throws IOException;
    }

    private Siblings siblings() {
        return new Siblings(project, session, scopes());
    }

    private List<Path> folders(Siblings siblings) {
        List<Path> folders = Stream.of(
                        importDirectories.stream().map(File::toPath), ownFolders(), siblings.folders().stream())
                .flatMap(each -> each)
                .map(each -> each.toAbsolutePath().normalize())
                .distinct()
                .toList();
        getLog().debug("Contracts may be imported from " + folders + ", and from jars if need be.");
        return folders;
    }

    private Jars jars(Siblings siblings) {
        return new Jars(resolver, project, session, siblings, scopes());
    }

    /** Returns whether there is a folder of contracts; says so if there is none where one would be expected. */
    final boolean hasContracts() {
        boolean there = sourceDirectory().isDirectory();
        if (!there) {
            sayNoFolder(sourceDirectory());
        }
        return there;
    }
}
