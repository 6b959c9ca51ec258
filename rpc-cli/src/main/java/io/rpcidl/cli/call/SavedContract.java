package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A contract that a server shows, to be saved here. Where its files go is the server's word, which is not believed. */
public final class SavedContract {

    /** No part begins with a dot, so that none leads out or is hidden; and the end says that it is a contract. */
    private static final Pattern PATH =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\\.rpcidl");

    private SavedContract() {}

    /**
     * Returns its files.
     *
     * @throws Misuse if one of them would lie where it must not
     */
    public static List<GeneratedFile> of(Contract contract) {
        List<GeneratedFile> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SourceFile each : contract.files()) {
            boolean good = each.path().length() <= 1_000
                    && PATH.matcher(each.path()).matches()
                    && seen.add(each.path().toLowerCase(Locale.ROOT));
            if (!good) {
                throw new Misuse("the server names a file '" + Printable.escaped(each.path())
                        + "', which cannot be saved; nothing was written");
            }
            files.add(new GeneratedFile(each.path(), each.text()));
        }
        return files;
    }
}
