package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A large contract, and runs that have nothing to do. How long they take is printed, and is no condition. */
@ExtendWith(Workspace.class)
class NothingToDoIT {

    private static final int RUNS = 7;
    private static final String TOOK = "[DEBUG] Took ";

    @Test
    void theMetastoreOfHiveIsImportedOnceAndGeneratedOnce(Workspace.Folder work) throws IOException {
        Path thrift = Path.of(System.getProperty("corpus", "../../../shared/corpus"), "thrift/hive_metastore.thrift")
                .toAbsolutePath()
                .normalize();
        assumeTrue(Files.exists(thrift), () -> "no " + thrift);
        Build build = work.project("plain").delete("src/main");
        build.run("rpcidl:import", "-Drpcidl.import.files=" + thrift).succeeds();
        build.run("compile").succeeds();
        int files = build.remember(Build.GENERATED).files(Build.GENERATED).size();
        List<Integer> millis = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            Run run = build.run("compile", "-X").succeeds().says("Generated sources are up to date.");
            run.says("Nothing to compile");
            String took = run.lines(TOOK).get(0);
            millis.add(Integer.parseInt(took.substring(took.indexOf(TOOK) + TOOK.length(), took.indexOf(" ms"))));
        }
        assertEquals(List.of(), build.written(Build.GENERATED));
        Collections.sort(millis);
        System.out.printf(
                "hive_metastore, %d generated files, nothing has changed: the goal took %d ms (median of %d; %d to %d)%n",
                files, millis.get(RUNS / 2), RUNS, millis.get(0), millis.get(RUNS - 1));
    }
}
