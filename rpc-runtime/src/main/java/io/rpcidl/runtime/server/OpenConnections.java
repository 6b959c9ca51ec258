package io.rpcidl.runtime.server;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The connections of a server that are open, so that they can be ended in good order. Safe for any number of threads. */
final class OpenConnections {

    private final Set<ServerConnection> open = new HashSet<>(); // guarded by itself
    private boolean draining; // guarded by open

    ServerConnection add(ServerConnection connection) {
        synchronized (open) {
            open.add(connection);
            if (draining) {
                connection.drain();
            }
        }
        return connection;
    }

    void remove(ServerConnection connection) {
        synchronized (open) {
            open.remove(connection);
            open.notifyAll();
        }
    }

    /** Returns those that are open now. */
    List<ServerConnection> now() {
        synchronized (open) {
            return List.copyOf(open);
        }
    }

    /** Drains all, waits until they are gone or the clock has reached a reading, and closes what is left. */
    void drain(long endNanos) {
        List<ServerConnection> left;
        synchronized (open) {
            draining = true;
            open.forEach(ServerConnection::drain);
            try {
                while (!open.isEmpty() && System.nanoTime() < endNanos) {
                    open.wait(1 + (endNanos - System.nanoTime()) / 1_000_000);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // whoever interrupts a close wants it at once
            }
            left = List.copyOf(open);
        }
        left.forEach(ServerConnection::close);
    }
}
