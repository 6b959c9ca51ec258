package io.rpcidl.cli.generated;

import io.rpcidl.json.Codec;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.stub.ServiceDefinition;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles sources in memory, with the compiler of the JDK that runs the test and the runtime. */
final class Javac {

    /** All warnings that a compiler has, as errors; but for docs that are not there, which are the contract's. */
    static final List<String> WARNINGS = List.of("-Xlint:all", "-Xdoclint:all,-missing", "-Werror", "-proc:none");

    /** What users compile against; with all the rest that tests need, each run would take much longer. */
    static final String CLASS_PATH = Stream.of(
                    RpcException.class, ServiceDefinition.class, Codec.class, NullMarked.class)
            .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
            .map(location -> Path.of(URI.create(location.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator));

    private Javac() {}

    /** What came of it: classes if there was no error, and warnings count as errors. */
    record Result(boolean compiled, List<String> messages, JavaClasses compiledClasses) {

        JavaClasses classes() {
            if (!compiled) {
                throw new AssertionError(String.join("\n", messages));
            }
            return compiledClasses;
        }
    }

    static Result compile(Map<String, String> sources) {
        List<String> options = new ArrayList<>(WARNINGS);
        options.addAll(List.of("-classpath", CLASS_PATH));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Memory memory = new Memory(files)) {
            List<Source> units = sources.entrySet().stream()
                    .map(each -> new Source(each.getKey(), each.getValue()))
                    .toList();
            boolean compiled =
                    javac.getTask(null, memory, found, options, null, units).call();
            List<String> messages =
                    found.getDiagnostics().stream().map(Javac::message).toList();
            return new Result(compiled, messages, new JavaClasses(memory.classes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String message(Diagnostic<? extends JavaFileObject> found) {
        String place =
                found.getSource() == null ? "" : found.getSource().getName() + ":" + found.getLineNumber() + ": ";
        return place + found.getMessage(Locale.ENGLISH);
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps the classes that are written. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            written.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
