package benchmark.compare;

import picocli.CommandLine;

/** The command: {@code examples/benchmark/run}. */
final class Main {

    private Main() {}

    /** Runs, and exits with 0, 1 for a run that failed, 2 for arguments that are wrong. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new Calls())
                .addSubcommand(new Streams())
                .addSubcommand(new Large())
                .addSubcommand(new Start())
                .addSubcommand(new Scale())
                .addSubcommand(new Link());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            System.err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return 1;
        });
        System.exit(command.execute(args));
    }
}
