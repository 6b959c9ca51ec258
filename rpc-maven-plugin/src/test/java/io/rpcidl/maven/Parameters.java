package io.rpcidl.maven;

import org.apache.maven.plugin.AbstractMojo;

/** Sets parameters as Maven does, which knows no setters. */
final class Parameters {

    private Parameters() {}

    static void set(AbstractMojo goal, String parameter, Object value) {
        for (Class<?> type = goal.getClass(); type != null; type = type.getSuperclass()) {
            try {
                var field = type.getDeclaredField(parameter);
                field.setAccessible(true);
                field.set(goal, value);
                return;
            } catch (NoSuchFieldException e) {
                continue; // then the superclass has it
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no parameter " + parameter);
    }
}
