package benchmark.idle;

/** Whose server is measured; the names are the words of the command line and of the table. */
enum Side {
    rpcidl,
    grpc
}
