package io.rpcidl.invoker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A way to run Maven.
 *
 * @param command the program
 * @param environment what its environment has beside what ours has
 * @param jvm further arguments of its JVM
 * @param atHome with the settings of whoever runs the tests, and all that they may download
 */
record Maven(String command, LocalRepository repository, Map<String, String> environment, String jvm, boolean atHome) {

    /** Short runs start faster without the JVM's second compiler. */
    private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

    /** Returns the Maven and the JDK that the tests are about. */
    static Maven usual(LocalRepository repository) {
        return new Maven(
                System.getProperty("maven"), repository, Map.of("JAVA_HOME", System.getProperty("jdk")), "", false);
    }

    Maven on(LocalRepository other) {
        return new Maven(command, other, environment, jvm, atHome);
    }

    Maven with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(more);
        return new Maven(command, repository, all, jvm, atHome);
    }

    Maven jvm(String arguments) {
        return new Maven(command, repository, environment, arguments, atHome);
    }

    /** Returns one that downloads what a user's would, such as the plugins that Maven takes if a pom names none. */
    Maven asAtHome() {
        return new Maven(command, repository, environment, jvm, true);
    }

    /** Runs it in a folder, keeps what it says in a file, and returns how it ended. */
    Run run(Path folder, Path log, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command, "-B", "-ntp"));
        if (atHome) {
            // what is in the repository may come from wherever it came from: Maven 3.8 and 3.9 are told so in two ways
            line.add("-Dmaven.legacyLocalRepo=true");
            line.add("-Daether.enhancedLocalRepository.trackingFilename=anything");
        } else {
            String settings = LocalRepository.settings().toString();
            line.addAll(List.of("-s", settings, "-gs", settings));
        }
        line.add("-Dmaven.repo.local=" + repository.folder());
        line.add("-Drpcidl.version=" + Place.VERSION);
        line.addAll(arguments);
        ProcessBuilder process =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().put("MAVEN_OPTS", JVM + " " + jvm);
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().remove("MAVEN_ARGS");
        process.environment().putAll(environment);
        process.redirectOutput(log.toFile());
        Process running = process.start();
        running.getOutputStream().close();
        int code = running.onExit().join().exitValue();
        return new Run(String.join(" ", arguments), code, Files.readString(log, StandardCharsets.UTF_8));
    }
}
