package io.rpcidl.cli.generated;

import io.rpcidl.idl.compat.BreakingChanges;
import io.rpcidl.idl.compat.Effect;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of a change of a contract: a folder with an {@code old.rpcidl} and a {@code new.rpcidl}, a {@code User.java}
 * written against the old one and, where that does not compile with the new one, a {@code NewUser.java} in its place.
 *
 * @param oldCode whether the old user's code compiles with the new stubs, or which of its lines do not
 * @param oldToNew what the old client got from the new server
 * @param newToOld what the new client got from the old server
 * @param findings what {@code rpc breaking} says
 */
record Evolution(String oldCode, String oldToNew, String newToOld, List<Diagnostic> findings) {

    static Evolution of(Path fixture) {
        Contract before = contract(fixture.resolve("old.rpcidl"));
        Contract after = contract(fixture.resolve("new.rpcidl"));
        Javac.Result oldWithNew = compile(after, fixture.resolve("User.java"));
        UserProgram oldUser =
                UserProgram.load(compile(before, fixture.resolve("User.java")).classes());
        Path rewritten = fixture.resolve("NewUser.java");
        JavaClasses newClasses = (Files.exists(rewritten) ? compile(after, rewritten) : oldWithNew).classes();
        UserProgram newUser = UserProgram.load(newClasses);
        return new Evolution(
                oldWithNew.compiled() ? "compiles" : "does not compile: " + places(oldWithNew.messages(), fixture),
                oldUser.call(newUser),
                newUser.call(oldUser),
                BreakingChanges.between(before.schema(), after.schema()));
    }

    /** Returns the codes of what the check finds, or a dash. */
    String codes() {
        TreeSet<String> codes =
                findings.stream().map(each -> each.code().id()).collect(Collectors.toCollection(TreeSet::new));
        return codes.isEmpty() ? "–" : String.join(", ", codes);
    }

    boolean finds(Effect effect) {
        return findings.stream().anyMatch(each -> Effect.of(each.code()).contains(effect));
    }

    boolean findsErrors(Effect effect) {
        return findings.stream()
                .anyMatch(each -> each.isError() && Effect.of(each.code()).contains(effect));
    }

    @Override
    public String toString() {
        return "old code, new stubs: " + oldCode + "\nold client, new server: " + oldToNew
                + "\nnew client, old server: " + newToOld + "\nrpc breaking: " + codes() + "\n";
    }

    private static Contract contract(Path file) {
        return Contract.of(Compiler.compileRoots(List.of(file)));
    }

    private static Javac.Result compile(Contract contract, Path user) {
        Map<String, String> sources = new LinkedHashMap<>(contract.sources());
        sources.put("user/User.java", read(user));
        return Javac.compile(sources);
    }

    /** Returns the lines of the user's code that do not compile; what a JDK says of them changes. */
    private static String places(List<String> messages, Path fixture) {
        List<String> lines = read(fixture.resolve("User.java")).lines().toList();
        return messages.stream()
                .filter(each -> each.startsWith("/user/User.java:"))
                .map(each -> Integer.parseInt(each.split(":")[1]))
                .distinct()
                .map(line -> lines.get(line - 1).strip())
                .collect(Collectors.joining(" | "));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
