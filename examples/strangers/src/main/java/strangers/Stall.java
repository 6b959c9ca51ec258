package strangers;

import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import market.v1.Line;
import market.v1.Market;
import market.v1.MarketHandler;
import market.v1.Ware;

/** The handler of {@code market.rpcidl}. */
final class Stall implements MarketHandler {

    private final Prices prices = new Prices();

    @Override
    public BigDecimal price(Market.PriceRequest request) {
        return prices.of(request.ware());
    }

    @Override
    public void setPrice(Market.SetPriceRequest request) {
        if (!"Bearer sesame".equals(ServerCall.current().metadata().get("authorization"))) {
            throw new RpcException(StatusCode.UNAUTHENTICATED, "only the owner sets prices");
        }
        prices.set(request.ware(), request.price());
    }

    @Override
    public BigDecimal changed(Market.ChangedRequest request) {
        return prices.otherThan(request.known(), request.ware(), cancelled());
    }

    @Override
    public void complain(Market.ComplainRequest request) {
        prices.reduce(request.ware(), new BigDecimal("0.10"));
    }

    @Override
    public BigDecimal total(Market.TotalRequest request) {
        return request.wares().stream().map(prices::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void list(Market.ListRequest request, ItemWriter<Ware> out) {
        prices.all().forEach(out::write);
    }

    @Override
    public void watch(Market.WatchRequest request, ItemWriter<BigDecimal> out) {
        CompletableFuture<Void> cancelled = cancelled();
        BigDecimal price = prices.of(request.ware());
        while (true) {
            out.write(price); // fails once the caller has cancelled
            price = prices.otherThan(price, request.ware(), cancelled);
        }
    }

    @Override
    public BigDecimal order(Market.OrderRequest request, RpcStream<Line> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        while (lines.hasNext()) {
            Line line = lines.next();
            sum = sum.add(prices.of(line.ware()).multiply(BigDecimal.valueOf(line.count())));
        }
        return sum;
    }

    @Override
    public void haggle(Market.HaggleRequest request, RpcStream<BigDecimal> offers, ItemWriter<BigDecimal> out) {
        BigDecimal price = prices.of(request.ware());
        while (offers.hasNext()) {
            BigDecimal offer = offers.next();
            price = price.subtract(new BigDecimal("0.05"));
            if (offer.compareTo(price) >= 0) {
                out.write(offer);
                return; // taken: there is no more to say
            }
            out.write(price);
        }
    }

    /** Returns what is completed when the caller of this call waits no more. */
    private static CompletableFuture<Void> cancelled() {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        ServerCall.current().onCancel(() -> cancelled.complete(null));
        return cancelled;
    }
}
