package io.rpcidl.runtime.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A package of a contract, whose files travel with the program.
 *
 * @param beside a class generated from it, or from what imports it: its loader finds the files
 * @param name the package's name in the contract
 * @param paths where its files stand below {@value #IN_JARS}
 */
public record ContractPackage(Class<?> beside, String name, List<String> paths) {

    private static final String IN_JARS = "META-INF/rpcidl/";

    /** Copies the list. */
    public ContractPackage {
        paths = List.copyOf(paths);
    }

    /**
     * Returns the text of one of its files, or null if it has not come along. Two jars may have a file at one place; which
     * is which they say by their package. Blocks.
     */
    public @Nullable String read(String path) {
        Pattern statement = Pattern.compile("\\bpackage\\s+" + name.replace(".", "\\s*\\.\\s*") + "\\s*;");
        try {
            for (URL url : Collections.list(beside.getClassLoader().getResources(IN_JARS + path))) {
                URLConnection connection = url.openConnection();
                connection.setUseCaches(false); // a jar that is kept open could not be replaced
                try (InputStream in = connection.getInputStream()) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    if (statement.matcher(text).find()) {
                        return text;
                    }
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(IN_JARS + path, e);
        }
    }
}
