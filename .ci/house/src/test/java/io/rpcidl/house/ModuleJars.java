package io.rpcidl.house;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.maven.model.Model;

/** Makes jars of our classes as the jar plugin does, which has not run yet where tests do. */
final class ModuleJars {

    private ModuleJars() {}

    /** Makes a jar of every module that others can depend on, called as its artifact. */
    static void pack(Path folder) throws IOException {
        for (Model module : Reactor.publishedJars()) {
            Path classes = module.getProjectDirectory().toPath().resolve("target/classes");
            pack(classes, name(module), folder.resolve(module.getArtifactId() + ".jar"));
        }
    }

    private static void pack(Path classes, String name, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, out);
            }
        }
    }

    static String name(Model module) {
        return module.getProperties().getProperty("java.module.name");
    }
}
