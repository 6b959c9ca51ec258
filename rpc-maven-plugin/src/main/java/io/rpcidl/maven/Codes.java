package io.rpcidl.maven;

import java.util.Set;
import java.util.stream.Collectors;

/** Codes that are accepted. One configuration is for all goals, and each has codes of its own. */
final class Codes {

    private Codes() {}

    static Set<String> without(Set<String> codes, String prefixOfOthers) {
        return codes.stream().filter(each -> !each.startsWith(prefixOfOthers)).collect(Collectors.toUnmodifiableSet());
    }
}
