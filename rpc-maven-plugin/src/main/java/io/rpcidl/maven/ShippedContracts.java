package io.rpcidl.maven;

import io.rpcidl.idl.compile.Loader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;

/**
 * The contracts that Maven copies to where the jar is made of. It deletes none there, so that one which was renamed or
 * deleted would be shipped until the next {@code clean}; and of files that are older than their copies it takes some for the same.
 */
final class ShippedContracts {

    private final MavenProject project;

    ShippedContracts(MavenProject project) {
        this.project = project;
    }

    /** Deletes the copies of contracts that are gone or different, unless another resource of the project has one of that name. */
    void delete(List<String> paths) throws IOException {
        Path copies = new File(project.getBuild().getOutputDirectory()).toPath().resolve(Loader.IN_JARS);
        for (String path : paths) {
            Path copy = copies.resolve(path).normalize();
            if (copy.startsWith(copies) && !isResource(path)) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private boolean isResource(String path) {
        return project.getResources().stream()
                .filter(each -> each.getTargetPath() == null)
                .map(each -> Path.of(each.getDirectory()))
                .anyMatch(each -> Files.exists(each.resolve(Loader.IN_JARS).resolve(path)));
    }
}
