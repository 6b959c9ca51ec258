package io.rpcidl.junit;

import golden.tour.Catalog;
import golden.tour.ProductId;
import golden.tour.ProductNotFoundException;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;

/** Code that calls a service: what users test. */
final class PriceList {

    private final Catalog catalog;

    PriceList(Catalog catalog) {
        this.catalog = catalog;
    }

    String nameOf(ProductId id) {
        try {
            return catalog.get(id).name();
        } catch (ProductNotFoundException e) {
            return "unknown";
        }
    }

    String patientNameOf(ProductId id, int attempts) {
        for (int attempt = 1; ; attempt++) {
            try {
                return nameOf(id);
            } catch (RpcException e) {
                if (e.code() != StatusCode.UNAVAILABLE || attempt == attempts) {
                    throw e;
                }
            }
        }
    }
}
