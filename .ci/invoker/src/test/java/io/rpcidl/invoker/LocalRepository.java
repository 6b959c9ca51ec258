package io.rpcidl.invoker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A local repository, and settings that make the repository of what is built now, and all that the build has downloaded, its
 * only remote ones: nothing comes from outside. A run fails the same way on every machine if it asks for more.
 */
record LocalRepository(Path folder) {

    private static LocalRepository shared;

    /** Returns the repository that all runs share, with what every project needs in it. */
    static synchronized LocalRepository shared() throws IOException {
        if (shared == null) {
            LocalRepository begun = new LocalRepository(Place.TARGET.resolve("local"));
            // snapshots of an earlier build, and what tests have installed
            Place.delete(begun.folder.resolve("io/rpcidl"));
            Place.delete(begun.folder.resolve("com/example"));
            begun.addCompany();
            shared = begun;
            Build warmUp = new Build(Place.WORK.resolve("warm-up"), "single", Maven.usual(begun));
            warmUp.run("install").succeeds();
        }
        return shared;
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
        Path file = Place.TARGET.resolve("settings.xml");
        String text = Files.readString(Place.PROJECTS.resolve("settings.xml"))
                .replace("@staged@", Place.STAGED.toUri().toString())
                .replace("@downloaded@", Place.DOWNLOADED.toUri().toString())
                .replace("@nothing@", Place.TARGET.resolve("nothing").toUri().toString());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
        return file;
    }
}
