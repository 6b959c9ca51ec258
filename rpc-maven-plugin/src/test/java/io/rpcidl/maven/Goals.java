package io.rpcidl.maven;

import java.io.File;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.sonatype.plexus.build.incremental.BuildContext;

/** Sets goals up as Maven does, without Maven around: in a build of some modules, with jars that can be resolved, and an editor. */
final class Goals {

    final List<MavenProject> modules = new ArrayList<>();
    final List<MavenProject> leftOut = new ArrayList<>();
    final List<Jar> jars = new ArrayList<>();

    /** What an editor was asked to do, a line each. */
    final List<String> editor = new ArrayList<>();

    /** Whether nothing can be resolved. */
    boolean offline;

    /** How often Maven was asked for jars. */
    int resolutions;

    /** A dependency. */
    record Jar(String groupId, String artifactId, String version, String scope, File file) {}

    /** Gives a goal all that Maven would. */
    void prepare(SkippableMojo goal, MavenProject project, RecordedLog log) {
        goal.project = project;
        goal.olderBuildContext = eclipse();
        goal.buildContext = new DefaultBuildContext(goal.olderBuildContext);
        goal.setLog(log);
        if (goal instanceof ContractsMojo compiling) {
            compiling.session = session();
            compiling.resolver = resolver();
        }
    }

    @SuppressWarnings("deprecation") // Maven's own way to make one is not for others
    private MavenSession session() {
        MavenSession session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setProjects(
                modules.stream().filter(each -> !leftOut.contains(each)).toList());
        session.setAllProjects(modules);
        return session;
    }

    private ProjectDependenciesResolver resolver() {
        return request -> {
            resolutions++;
            if (offline) {
                throw new DependencyResolutionException(new Resolved(List.of()), "nobody is there", null);
            }
            return new Resolved(jars.stream()
                    .map(Resolved::dependency)
                    .filter(each -> request.getResolutionFilter().accept(Resolved.node(each), List.of()))
                    .toList());
        };
    }

    /** Eclipse, of which the newer interface makes use through the older one. */
    private BuildContext eclipse() {
        return (BuildContext) Proxy.newProxyInstance(
                Goals.class.getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, arguments) -> {
                    editor.add(method.getName() + " " + Arrays.toString(arguments));
                    return null;
                });
    }
}
