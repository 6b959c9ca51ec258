/** gRPC-java: as it comes, and tuned as its authors advise. */
package benchmark.grpc;
