package io.rpcidl.maven;

import org.apache.maven.model.Dependency;

/** Which dependencies a goal sees, by their scopes, as the Java compiler sees them that runs after it. */
enum Scopes {

    /** What main code is compiled with. */
    MAIN,

    /** What test code is compiled with. */
    TEST;

    /** Returns whether a dependency of the module itself is seen. */
    boolean has(String scope) {
        return this == TEST || isCompile(scope) || "provided".equals(scope) || "system".equals(scope);
    }

    /** Returns whether a dependency of a dependency is seen. */
    boolean hasTransitive(Dependency dependency) {
        boolean wanted = isCompile(dependency.getScope()) || (this == TEST && "runtime".equals(dependency.getScope()));
        return wanted && !dependency.isOptional();
    }

    private static boolean isCompile(String scope) {
        return scope == null || scope.isEmpty() || "compile".equals(scope);
    }
}
