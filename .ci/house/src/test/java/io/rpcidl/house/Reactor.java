package io.rpcidl.house;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelProblemCollector;
import org.apache.maven.model.building.ModelSource2;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.validation.ModelValidator;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The modules of the build, those of its profiles too, as Maven sees them: with what they inherit. */
final class Reactor {

    private static final String DEPLOY_SKIP = "maven.deploy.skip";

    private Reactor() {}

    static Model root() {
        return model(Pages.ROOT);
    }

    /** Returns all modules, the root first. */
    static List<Model> modules() {
        List<Model> found = new ArrayList<>();
        collect(Pages.ROOT, found);
        return found;
    }

    /** Returns the modules that others can get. */
    static List<Model> published() {
        return modules().stream().filter(Reactor::isPublished).toList();
    }

    /** Returns the modules that others can depend on. */
    static List<Model> publishedJars() {
        return published().stream()
                .filter(module -> module.getPackaging().equals("jar"))
                .toList();
    }

    static boolean isPublished(Model module) {
        return !Boolean.parseBoolean(module.getProperties().getProperty(DEPLOY_SKIP));
    }

    /** Returns where a module lies, relative to the root. */
    static String folder(Model module) {
        return Pages.ROOT.relativize(module.getProjectDirectory().toPath()).toString();
    }

    private static void collect(Path folder, List<Model> found) {
        Model module = model(folder);
        found.add(module);
        Stream.concat(
                        module.getModules().stream(),
                        module.getProfiles().stream().flatMap(profile -> profile.getModules().stream()))
                .forEach(name -> collect(folder.resolve(name), found));
    }

    static Model model(Path folder) {
        Properties system = new Properties();
        system.putAll(System.getProperties());
        DefaultModelBuildingRequest request = new DefaultModelBuildingRequest()
                .setPomFile(folder.resolve("pom.xml").toFile())
                .setModelResolver(new NobodyElse())
                .setSystemProperties(system);
        try {
            Model model = new DefaultModelBuilderFactory()
                    .newInstance()
                    .setModelValidator(new Trusting())
                    .build(request)
                    .getEffectiveModel();
            // an effective model has none: they are part of it, or not
            model.setProfiles(asWritten(folder).getProfiles());
            return model;
        } catch (ModelBuildingException e) {
            throw new IllegalStateException("no model of " + folder, e);
        }
    }

    /** Returns a module without what it inherits. */
    static Model asWritten(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve("pom.xml"))) {
            return new MavenXpp3Reader().read(in);
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalStateException("no model of " + folder, e);
        }
    }

    /** The build itself has checked the poms; here only the versions of others are missing. */
    private static final class Trusting implements ModelValidator {

        @Override
        public void validateRawModel(Model model, ModelBuildingRequest request, ModelProblemCollector problems) {}

        @Override
        public void validateEffectiveModel(Model model, ModelBuildingRequest request, ModelProblemCollector problems) {}
    }

    /** What others' BOMs say does not matter here: each is empty. Parents are found in the folders above. */
    private static final class NobodyElse implements ModelResolver {

        @Override
        public ModelSource2 resolveModel(String groupId, String artifactId, String version) {
            String empty = "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId>".formatted(groupId)
                    + "<artifactId>%s</artifactId><version>%s</version>".formatted(artifactId, version)
                    + "<packaging>pom</packaging></project>";
            return new Text(empty);
        }

        @Override
        public ModelSource2 resolveModel(Parent parent) {
            return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
        }

        @Override
        public ModelSource2 resolveModel(Dependency imported) {
            return resolveModel(imported.getGroupId(), imported.getArtifactId(), imported.getVersion());
        }

        @Override
        public void addRepository(Repository repository) {}

        @Override
        public void addRepository(Repository repository, boolean replace) {}

        @Override
        public ModelResolver newCopy() {
            return this;
        }
    }

    private record Text(String text) implements ModelSource2 {

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getLocation() {
            return "text";
        }

        @Override
        public ModelSource2 getRelatedSource(String relPath) {
            return null;
        }

        @Override
        public URI getLocationURI() {
            return URI.create("text:");
        }
    }
}
