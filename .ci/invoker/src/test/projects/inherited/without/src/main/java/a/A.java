package a;

/** Nothing. */
public final class A {}
