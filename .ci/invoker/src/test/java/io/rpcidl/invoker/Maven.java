package io.rpcidl.invoker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A way to run Maven.
 *
 * @param command the program
 * @param environment what its environment has beside what ours has
 */
record Maven(String command, LocalRepository repository, Map<String, String> environment) {

    /** Short runs start faster without the JVM's second compiler. */
    private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

    /** Returns the Maven and the JDK that run the build itself. */
    static Maven usual(LocalRepository repository) {
        return new Maven("mvn", repository, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    Maven on(LocalRepository other) {
        return new Maven(command, other, environment);
    }

    Maven command(Path other) {
        return new Maven(other.toString(), repository, environment);
    }

    Maven jdk(Path home) {
        return new Maven(command, repository, Map.of("JAVA_HOME", home.toString()));
    }

    /** Runs it in a folder, keeps what it says in a file, and returns how it ended. */
    Run run(Path folder, Path log, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command, "-B", "-ntp", "-s", LocalRepository.settings().toString()));
        line.addAll(List.of("-gs", LocalRepository.settings().toString()));
        line.add("-Dmaven.repo.local=" + repository.folder());
        line.add("-Drpcidl.version=" + Place.VERSION);
        line.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().put("MAVEN_OPTS", JVM);
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
