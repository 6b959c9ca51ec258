package soak;

/** A call had an outcome that nothing explains. */
final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    Wrong(String message) {
        super(message);
    }

    static void unless(boolean right, String message) {
        if (!right) {
            throw new Wrong(message);
        }
    }

    static void unlessEqual(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new Wrong("expected " + cut(expected) + ", got " + cut(actual));
        }
    }

    private static String cut(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 200 ? text : text.substring(0, 200) + "... (" + text.length() + ")";
    }
}
