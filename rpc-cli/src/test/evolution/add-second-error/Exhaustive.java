package user;

import shop.Shop.GetError;

/** Java 21: names every error, so that the compiler tells when there is one more. */
public final class Exhaustive {
    private Exhaustive() {}

    static String text(GetError error) {
        return switch (error) {
            case GetError.Missing(var missing) -> "missing " + missing.id();
            case GetError.Other_(var other) -> "other " + other.code();
        };
    }
}
