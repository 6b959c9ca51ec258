package middle;

/** Stands in the middle. */
public final class Middle {}
