package io.rpcidl.runtime.stub;

/** What all generated handler interfaces have in common: a server can serve them. */
public interface ServiceHandler {

    /** Returns the service's methods, bound to this handler. Generated; called once by each server. */
    ServiceDefinition definition_();
}
