package benchmark.grpc;

import benchmark.grpc.flows.Body;
import benchmark.grpc.flows.Counted;
import benchmark.grpc.flows.DownloadRequest;
import benchmark.grpc.flows.FlowsGrpc;
import benchmark.grpc.flows.Item;
import benchmark.grpc.flows.Text;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** Streams and large messages. */
final class FlowsService extends FlowsGrpc.FlowsImplBase {

    @Override
    public void download(DownloadRequest request, StreamObserver<Item> reply) {
        ServerCallStreamObserver<Item> out = (ServerCallStreamObserver<Item>) reply;
        out.setOnReadyHandler(new Sending(out, request.getItems(), request.getSize()));
    }

    @Override
    public StreamObserver<Item> upload(StreamObserver<Counted> reply) {
        Counting counting = new Counting();
        counting.all().whenComplete((tally, failure) -> {
            if (failure == null) { // a client that has gone hears nothing
                reply.onNext(Counted.newBuilder()
                        .setCount(tally.count())
                        .setSum(tally.sum())
                        .build());
                reply.onCompleted();
            }
        });
        return counting;
    }

    @Override
    public void echoText(Text request, StreamObserver<Text> reply) {
        reply.onNext(Text.newBuilder().setText(request.getText()).build());
        reply.onCompleted();
    }

    @Override
    public void echoBytes(Body request, StreamObserver<Body> reply) {
        reply.onNext(Body.newBuilder().setBody(request.getBody()).build());
        reply.onCompleted();
    }
}
