package io.rpcidl.idl.compat;

/** What messages call a thing that has a name in the contract and one on the wire. */
enum Noun {
    FIELD("field"),
    PARAMETER("parameter"),
    MEMBER("member");

    private final String word;

    Noun(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
