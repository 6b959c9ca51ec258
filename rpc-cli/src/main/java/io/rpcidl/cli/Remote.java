package io.rpcidl.cli;

import io.rpcidl.cli.call.Servers;
import io.rpcidl.cli.call.Texts;
import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.transport.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which servers a command talks to, and how. */
final class Remote {

    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description = "host:port, rpc://host:port,host:port, or a registry such as registry://host:port.")
    private String target;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'KEY: VALUE'",
            description =
                    "Metadata of the call; may be given more than once. As VALUE @FILE is what stands in a file, so"
                            + " that a secret is not seen in a list of processes.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Timeout.class,
            description =
                    "How long a call may take, such as 500ms, 5s or 2m. Default: what the contract says, or 10s; for"
                            + " streams none.")
    private Duration timeout;

    @Option(names = "--tls", description = "Speak TLS, and trust the authorities that the JVM trusts.")
    private boolean tls;

    @Option(names = "--cacert", paramLabel = "FILE", description = "Speak TLS, and trust these authorities (PEM).")
    private Path authorities;

    @Option(names = "--cert", paramLabel = "FILE", description = "Speak TLS, and show this certificate (PEM).")
    private Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of --cert (PEM, PKCS #8).")
    private Path key;

    /** Opens the servers; nobody is called yet. */
    Servers open() throws IOException {
        CallOptions options = new CallOptions(timeout, CallOptions.DEFAULT.metadata(), null);
        for (String header : headers) {
            options = with(options, header);
        }
        return new Servers(target, security(), options);
    }

    /** Opens them for a short while: whoever waits for it is typing. */
    Servers open(Duration most) throws IOException {
        timeout = most;
        return open();
    }

    private static CallOptions with(CallOptions options, String header) throws IOException {
        int colon = header.indexOf(':');
        if (colon < 1) {
            throw new Misuse("a header is 'key: value'");
        }
        String name = header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = header.substring(colon + 1).strip();
        if (value.startsWith("@")) {
            value = Texts.string(value).strip();
        }
        try {
            return options.withMetadata(name, value);
        } catch (IllegalArgumentException e) {
            throw new Misuse("the header '" + name + "': " + e.getMessage());
        }
    }

    private Optional<Tls> security() {
        if ((certificate == null) != (key == null)) {
            throw new Misuse("--cert and --key belong together");
        }
        if (!tls && authorities == null && certificate == null) {
            return Optional.empty();
        }
        try {
            Tls used = authorities == null ? Tls.system() : Tls.trust(authorities);
            return Optional.of(certificate == null ? used : used.withIdentity(certificate, key));
        } catch (IllegalArgumentException e) {
            throw new Misuse(e.getMessage());
        }
    }

    /** Reads {@code 500ms}, {@code 5s}, {@code 2m} and {@code 1h}. */
    static final class Timeout implements ITypeConverter<Duration> {

        private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

        @Override
        public Duration convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is not a time such as 500ms, 5s or 2m");
            }
            long number = Long.parseLong(form.group(1));
            Duration time = switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
            if (time.isZero() || time.compareTo(Duration.ofDays(30)) > 0) {
                throw new TypeConversionException("'" + text + "' is not more than zero and at most 30 days");
            }
            return time;
        }
    }
}
