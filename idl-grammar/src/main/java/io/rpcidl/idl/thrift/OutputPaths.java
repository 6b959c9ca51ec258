package io.rpcidl.idl.thrift;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where contracts belong: in the folder of their package, called like their file, on disks of every kind. */
final class OutputPaths {

    private final Map<SourceUnit, String> paths = new HashMap<>();

    OutputPaths(List<SourceUnit> units, PackagePlan plan) {
        Set<String> taken = new HashSet<>();
        for (SourceUnit unit : units) {
            String folder = plan.name(unit).replace('.', '/') + "/";
            String name = Names.shape(unit.document().simpleName());
            String path = folder + name;
            for (int i = 2; !taken.add(path.toLowerCase(Locale.ROOT)); i++) {
                path = folder + name + "-" + i;
            }
            paths.put(unit, path + ".rpcidl");
        }
    }

    /** Returns the path below the output folder, with {@code /} on every system. */
    String of(SourceUnit unit) {
        return paths.get(unit);
    }
}
