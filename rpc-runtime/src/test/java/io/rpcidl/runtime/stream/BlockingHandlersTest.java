package io.rpcidl.runtime.stream;

class BlockingHandlersTest extends StreamsTest {

    BlockingHandlersTest() {
        super(false);
    }
}
