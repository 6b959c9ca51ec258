package io.rpcidl.registry;

/** A registration where servers are listed by other means. */
enum NotAnnounced implements Registry.Registration {
    INSTANCE;

    @Override
    public void update(Instance instance) {}

    @Override
    public void close() {}
}
