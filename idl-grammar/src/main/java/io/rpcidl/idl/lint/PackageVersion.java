package io.rpcidl.idl.lint;

import java.util.regex.Pattern;

/** The version at the end of a package name, such as {@code v1} or {@code v2beta1}. */
final class PackageVersion {

    private static final Pattern ANY = Pattern.compile("(.*[.])?v[0-9]+((alpha|beta)[0-9]*)?");
    private static final Pattern STABLE = Pattern.compile("(.*[.])?v[0-9]+");

    private PackageVersion() {}

    static boolean isThere(String packageName) {
        return ANY.matcher(packageName).matches();
    }

    /** Returns whether the package promises to change no more. */
    static boolean isStable(String packageName) {
        return STABLE.matcher(packageName).matches();
    }

    /** Returns whether the package says that it still changes. */
    static boolean isUnstable(String packageName) {
        return isThere(packageName) && !isStable(packageName);
    }
}
