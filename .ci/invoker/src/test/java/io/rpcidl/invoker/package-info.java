/**
 * Real runs of Maven over projects that users might have, which stand in {@code src/test/projects}. A test copies a project,
 * runs {@code mvn} in the copy as a user would, and looks at what Maven says and what is there then.
 */
package io.rpcidl.invoker;
