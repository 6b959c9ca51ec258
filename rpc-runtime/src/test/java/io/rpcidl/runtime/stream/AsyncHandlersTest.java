package io.rpcidl.runtime.stream;

class AsyncHandlersTest extends StreamsTest {

    AsyncHandlersTest() {
        super(true);
    }
}
