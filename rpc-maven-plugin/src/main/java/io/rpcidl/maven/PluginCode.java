package io.rpcidl.maven;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The code of the plugin, with that of generators which others bring: another one may generate something else. */
final class PluginCode {

    private PluginCode() {}

    /**
     * Returns what changes with the code: its jars, when they were written and how large they are. Of classes that are in no
     * jar, as in a build of the plugin itself, nothing of the kind is known, and it changes every time.
     */
    static String identity() {
        ClassLoader loader = PluginCode.class.getClassLoader();
        if (!(loader instanceof URLClassLoader realm)) {
            return UUID.randomUUID().toString();
        }
        List<String> jars = new ArrayList<>();
        for (URL each : realm.getURLs()) {
            File jar = new File(URI.create(each.toString()));
            if (!jar.isFile()) {
                return UUID.randomUUID().toString();
            }
            jars.add(jar.getName() + " " + jar.length() + " " + jar.lastModified());
        }
        Collections.sort(jars);
        return String.join("\n", jars);
    }
}
