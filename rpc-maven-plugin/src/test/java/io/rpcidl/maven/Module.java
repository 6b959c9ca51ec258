package io.rpcidl.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** A module of a build: its contracts, what it depends on, and what the goal {@code generate} makes of it. */
final class Module {

    final Path basedir;
    final Goals build;
    final MavenProject project = new MavenProject();
    final GenerateMojo generate = new GenerateMojo();
    RecordedLog log = new RecordedLog();

    Module(Path folder, String name, Goals build) {
        this.basedir = folder.resolve(name);
        this.build = build;
        project.setGroupId("shop");
        project.setArtifactId(name);
        project.setVersion("1");
        project.setFile(basedir.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(basedir.resolve("target").toString());
        project.getBuild().setOutputDirectory(classes().toString());
        build.modules.add(project);
        contractsIn("src/main/rpcidl");
        Parameters.set(generate, "code", "this one");
    }

    /** Sets where the contracts are, as a configuration of the plugin does; it is configured then. */
    Module contractsIn(String folder) {
        Parameters.set(generate, "sourceDirectory", basedir.resolve(folder).toFile());
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom parameter = new Xpp3Dom("sourceDirectory");
        parameter.setValue(folder);
        configuration.addChild(parameter);
        PluginExecution execution = new PluginExecution();
        execution.addGoal("generate");
        execution.setConfiguration(configuration);
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.rpcidl");
        plugin.setArtifactId("rpc-maven-plugin");
        plugin.addExecution(execution);
        project.getBuild().setPlugins(List.of(plugin));
        project.getBuild().flushPluginMap();
        return this;
    }

    Module contract(String path, String text) throws IOException {
        return file("src/main/rpcidl/" + path, text);
    }

    Module file(String path, String text) throws IOException {
        Path file = basedir.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Module dependsOn(String name, String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("shop");
        dependency.setArtifactId(name);
        dependency.setVersion("1");
        dependency.setScope(scope);
        project.getModel().addDependency(dependency);
        return this;
    }

    Module resources(String folder) {
        Resource resource = new Resource();
        resource.setDirectory(basedir.resolve(folder).toString());
        project.addResource(resource);
        return this;
    }

    Module generate() throws AbstractMojoExecutionException {
        log = new RecordedLog();
        build.prepare(generate, project, log);
        generate.execute();
        return this;
    }

    Path classes() {
        return basedir.resolve("target/classes");
    }

    Path output() {
        return basedir.resolve("target/generated-sources/rpcidl");
    }

    /** Returns the paths of all files that are generated. */
    List<String> generated() throws IOException {
        try (Stream<Path> paths = Files.walk(output())) {
            return List.copyOf(paths.filter(Files::isRegularFile)
                    .map(each -> output().relativize(each).toString().replace('\\', '/'))
                    .filter(each -> !each.startsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
