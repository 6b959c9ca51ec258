package io.rpcidl.invoker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A local repository, and settings that make the repository of what is built now, and all that the build has downloaded, its
 * only remote ones: nothing comes from outside. A run fails the same way on every machine if it asks for more.
 */
record LocalRepository(Path folder) {

    private static final Set<String> INSTALLED = new HashSet<>();

    private static LocalRepository shared;

    /** Returns the repository that all runs share, with what every project needs in it. */
    static synchronized LocalRepository shared() throws IOException {
        if (shared == null) {
            LocalRepository begun = new LocalRepository(Place.WORK.resolve("local"));
            // snapshots of an earlier build, and what tests have installed
            Place.delete(begun.folder.resolve("io/rpcidl"));
            Place.delete(begun.folder.resolve("com/example"));
            begun.addCompany();
            shared = begun;
            install("single");
        }
        return shared;
    }

    /** Builds a project and installs it for all runs, once. */
    static synchronized void install(String project) throws IOException {
        if (INSTALLED.add(project)) {
            new Build(Place.WORK.resolve("installed").resolve(project), project, Maven.usual(shared()))
                    .run("install")
                    .succeeds();
        }
    }

    /** Returns one of a test's own, with nothing in it but the parent of most projects. */
    static LocalRepository empty(Path folder) throws IOException {
        LocalRepository repository = new LocalRepository(folder);
        repository.addCompany();
        return repository;
    }

    /** The parent of most projects: a company's, installed long ago. */
    private void addCompany() throws IOException {
        Path company = folder.resolve("com/example/company/1");
        Files.createDirectories(company);
        Files.copy(Place.PROJECTS.resolve("company/pom.xml"), company.resolve("company-1.pom"));
    }

    /** Returns the settings of all runs, whichever repository is theirs. */
    static synchronized Path settings() throws IOException {
        Path file = Place.WORK.resolve("settings.xml");
        String text = Files.readString(Place.PROJECTS.resolve("settings.xml"))
                .replace("@staged@", Place.STAGED.toUri().toString())
                .replace("@downloaded@", Place.DOWNLOADED.toUri().toString())
                .replace("@nothing@", Place.WORK.resolve("nothing").toUri().toString());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
        return file;
    }
}
