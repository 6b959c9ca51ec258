package strangers;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import market.v1.NotSoldException;
import market.v1.Ware;

/** What the wares cost. Those who wait for another price are woken by any that changes. */
final class Prices {

    private final Map<String, BigDecimal> prices = new TreeMap<>(Map.of(
            "apple", new BigDecimal("0.80"),
            "melon", new BigDecimal("2.50"),
            "pear", new BigDecimal("1.20"),
            "plum", new BigDecimal("0.30")));
    private CompletableFuture<Void> change = new CompletableFuture<>(); // the next of any price

    synchronized List<Ware> all() {
        return prices.entrySet().stream()
                .map(entry -> new Ware(entry.getKey(), entry.getValue()))
                .toList();
    }

    synchronized BigDecimal of(String ware) {
        BigDecimal price = prices.get(ware);
        if (price == null) {
            throw NotSoldException.builder("nobody sells that here").ware(ware).build();
        }
        return price;
    }

    synchronized void set(String ware, BigDecimal price) {
        of(ware); // or there is no such ware
        prices.put(ware, price);
        change.complete(null);
        change = new CompletableFuture<>();
    }

    synchronized void reduce(String ware, BigDecimal by) {
        set(ware, of(ware).subtract(by));
    }

    /**
     * Waits until a ware costs something else, as long as the caller does.
     *
     * @param cancelled is completed when the caller waits no more
     */
    BigDecimal otherThan(BigDecimal known, String ware, CompletableFuture<Void> cancelled) {
        ServerCall call = ServerCall.current();
        while (true) {
            CompletableFuture<Void> next = nextChange(); // before the look, which may come just too early
            BigDecimal price = of(ware);
            if (price.compareTo(known) != 0) {
                return price;
            }
            if (call.deadline().isExpired()) {
                throw new RpcException(StatusCode.DEADLINE_EXCEEDED, "the price has not changed in time");
            }
            if (cancelled.isDone()) {
                throw new RpcException(StatusCode.CANCELLED, "the caller waits no more");
            }
            CompletableFuture.anyOf(next, cancelled)
                    .completeOnTimeout(null, call.deadline().remainingMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    private synchronized CompletableFuture<Void> nextChange() {
        return change;
    }
}
