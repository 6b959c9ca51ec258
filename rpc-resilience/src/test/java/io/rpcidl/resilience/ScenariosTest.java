package io.rpcidl.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.resilience.SimulatedClient.Policies;
import io.rpcidl.resilience.SimulatedServer.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the policies do together when something goes wrong, as a table: a change of how they behave is a change of the table.
 * Minutes of virtual time, with chance from one seed. {@code -Dgolden.update=true} writes the table anew.
 */
class ScenariosTest {

    private static final long SEED = 42;
    private static final int SECONDS = 60;
    private static final double LOAD = 450; // calls a second, of 1,200 that three servers can do
    private static final Path TABLE = Path.of("src/test/resources/io/rpcidl/resilience/scenarios.md");

    private static final List<Policies> POLICIES = List.of(
            new Policies("none", false, 0, false, false),
            new Policies("retries without a budget", true, 0, false, false),
            new Policies("retries only", true, 10, false, false),
            new Policies("all, A6's budget of ten", true, 10, true, true),
            new Policies("all (default)", true, 1_000, true, true));

    private record Scenario(String name, BiConsumer<Simulation, List<SimulatedServer>> faults, double spike) {

        Scenario(String name, BiConsumer<Simulation, List<SimulatedServer>> faults) {
            this(name, faults, 1);
        }
    }

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("nothing wrong", (simulation, servers) -> {}),
            new Scenario("one slow node: 20 times, from 10 to 40 s", one(State.SLOW)),
            new Scenario("one failing node: at once, from 10 to 40 s", one(State.FAILING)),
            new Scenario("black hole: one takes calls and never answers, from 10 to 40 s", one(State.SILENT)),
            new Scenario(
                    "all failing, from 10 to 20 s",
                    (simulation, servers) ->
                            servers.forEach(server -> during(simulation, server, State.FAILING, 10, 20))),
            new Scenario("spike: ten times the load, from 10 to 15 s", (simulation, servers) -> {}, 10),
            new Scenario("rolling restart: one after the other is down for 3 s", (simulation, servers) -> {
                for (int i = 0; i < servers.size(); i++) {
                    during(simulation, servers.get(i), State.DOWN, 10 + 10 * i, 13 + 10 * i);
                }
            }),
            new Scenario("flapping: one fails for 5 s, is well for 5 s, and so on", (simulation, servers) -> {
                for (int second = 5; second < SECONDS; second += 10) {
                    during(simulation, servers.get(0), State.FAILING, second, second + 5);
                }
            }));

    @Test
    void policiesDoWhatTheTableSays() throws IOException {
        StringBuilder table = new StringBuilder("""
                # What the policies do when something goes wrong

                Written by `ScenariosTest` from simulations of %d s with seed %d: one client, %,.0f calls a second, three servers
                that can do %d each. A call takes 20 ms and may take a second in all. Times are of calls that succeeded.
                """.formatted(SECONDS, SEED, LOAD, SimulatedServer.CAPACITY));
        for (Scenario scenario : SCENARIOS) {
            table.append("\n## ").append(scenario.name()).append("\n\n");
            table.append(
                    "| policies | calls | failed % | p50 ms | p99 ms | extra attempts % | ejections | refused |\n");
            table.append("|---|---|---|---|---|---|---|---|\n");
            for (Policies policies : POLICIES) {
                table.append("| " + policies.name() + " | " + run(scenario, policies) + " |\n");
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(TABLE, table);
        }
        assertEquals(
                Files.readString(TABLE).replace("\r\n", "\n"),
                table.toString(),
                TABLE + " (rewrite with -Dgolden.update=true)");
    }

    private static String run(Scenario scenario, Policies policies) {
        Simulation simulation = new Simulation(SEED);
        List<SimulatedServer> servers = Stream.generate(() -> new SimulatedServer(simulation, policies.limits()))
                .limit(3)
                .toList();
        SimulatedClient client = new SimulatedClient(simulation, policies, servers);
        scenario.faults().accept(simulation, servers);
        simulation.arrivals(
                () -> {
                    long second = simulation.now() / Simulation.SECOND;
                    return second >= SECONDS ? 0 : LOAD * (second >= 10 && second < 15 ? scenario.spike() : 1);
                },
                client::call);
        simulation.runTo((SECONDS + 2) * Simulation.SECOND);
        return client.row();
    }

    private static BiConsumer<Simulation, List<SimulatedServer>> one(State state) {
        return (simulation, servers) -> during(simulation, servers.get(0), state, 10, 40);
    }

    private static void during(Simulation simulation, SimulatedServer server, State state, int from, int to) {
        simulation.at(from, () -> server.become(state));
        simulation.at(to, () -> server.become(State.WELL));
    }
}
