package io.rpcidl.cli.generated;

import java.util.Map;

/** Compiled classes by name. */
record JavaClasses(Map<String, byte[]> bytes) {

    /** Returns a new class loader that has these classes to itself and shares all others, the runtime among them. */
    ClassLoader load() {
        return new ClassLoader(JavaClasses.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] found = bytes.get(name);
                if (found == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, found, 0, found.length);
            }
        };
    }
}
