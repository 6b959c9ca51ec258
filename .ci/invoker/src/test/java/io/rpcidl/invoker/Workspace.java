package io.rpcidl.invoker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a folder of its own, named after it, where its projects and what Maven said stay to be read. */
final class Workspace implements ParameterResolver {

    /** The folder of one test. */
    record Folder(Path path) {

        /** Copies a project, to be built in the usual way. */
        Build project(String name) throws IOException {
            return project(name, name);
        }

        /** Copies a project to a folder of another name. */
        Build project(String name, String folder) throws IOException {
            return new Build(path.resolve(folder), name, Maven.usual(LocalRepository.shared()));
        }

        /** Copies a project whose jar others use, once it is installed. */
        Build project(String name, List<String> installed) throws IOException {
            for (String each : installed) {
                LocalRepository.install(each);
            }
            return project(name);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Folder.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        String name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        return new Folder(Place.WORK.resolve(name));
    }
}
