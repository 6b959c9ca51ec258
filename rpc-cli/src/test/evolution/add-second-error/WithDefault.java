package user;

import shop.Shop.GetError;

/** Java 21: names the errors that it cares for. */
public final class WithDefault {
    private WithDefault() {}

    static String text(GetError error) {
        return switch (error) {
            case GetError.Missing(var missing) -> "missing " + missing.id();
            default -> "other";
        };
    }
}
