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
 */
record Maven(String command, LocalRepository repository, Map<String, String> environment, String jvm) {

    /** Short runs start faster without the JVM's second compiler. */
    private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

    /** Returns the Maven and the JDK that the tests are about. */
    static Maven usual(LocalRepository repository) {
        return new Maven(System.getProperty("maven"), repository, Map.of("JAVA_HOME", System.getProperty("jdk")), "");
    }

    Maven on(LocalRepository other) {
        return new Maven(command, other, environment, jvm);
    }

    Maven with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(more);
        return new Maven(command, repository, all, jvm);
    }

    Maven jvm(String arguments) {
        return new Maven(command, repository, environment, arguments);
    }

    /** Runs it in a folder, keeps what it says in a file, and returns how it ended. */
    Run run(Path folder, Path log, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(command, "-B", "-ntp", "-s", LocalRepository.settings().toString()));
        line.addAll(List.of("-gs", LocalRepository.settings().toString()));
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
