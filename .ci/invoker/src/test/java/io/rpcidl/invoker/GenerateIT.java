package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Workspace.class)
class GenerateIT {

    @Test
    void aProjectIsGeneratedCompiledAndTested(Workspace.Folder work) throws IOException {
        Build single = work.project("single");
        single.run("package").succeeds().says("Tests run: 1, Failures: 0");
        assertTrue(single.has("target/shop-1.0.jar"));
    }
}
