package io.rpcidl.invoker;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many modules, {@code m0}, {@code m1} and so on, each with one contract that imports the one before. */
final class Modules {

    private Modules() {}

    static Build write(Build build, int count) throws IOException {
        String names = IntStream.range(0, count)
                .mapToObj("    <module>m%d</module>\n"::formatted)
                .collect(Collectors.joining());
        build.replace("pom.xml", "    <module>m0</module>\n", names);
        String pom = build.text("m0/pom.xml");
        String contract = build.text("m0/src/main/rpcidl/m.rpcidl");
        for (int i = 1; i < count; i++) {
            String needed = """
                    <artifactId>m%d</artifactId>

                      <dependencies>
                        <dependency>
                          <groupId>com.example.many</groupId>
                          <artifactId>m%d</artifactId>
                          <version>1.0</version>
                        </dependency>
                      </dependencies>
                    """.formatted(i, i - 1);
            build.write("m" + i + "/pom.xml", pom.replace("<artifactId>m0</artifactId>\n", needed));
            String imported = "package m%d;\n\nimport m%d as before;\n".formatted(i, i - 1);
            build.write(
                    "m" + i + "/src/main/rpcidl/m.rpcidl",
                    contract.replace("package m0;\n", imported).replace("name: string;", "name: before.M;"));
        }
        return build;
    }
}
