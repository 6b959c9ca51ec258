package benchmark.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs the folders of a class path, as programs are shipped: class-data sharing takes nothing from folders. */
final class Jars {

    private Jars() {}

    /** Returns the class path with a jar in a folder's place, in {@code to}. */
    static String packed(String classPath, Path to) throws IOException {
        Files.createDirectories(to);
        List<String> packed = new ArrayList<>();
        for (String each : classPath.split(":")) {
            Path path = Path.of(each);
            if (Files.isDirectory(path)) {
                Path jar = to.resolve(packed.size() + ".jar").toAbsolutePath();
                pack(path, jar);
                packed.add(jar.toString());
            } else {
                packed.add(each);
            }
        }
        return String.join(":", packed);
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }
}
