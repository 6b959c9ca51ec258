package benchmark.grpc;

import benchmark.grpc.flows.Body;
import benchmark.grpc.flows.DownloadRequest;
import benchmark.grpc.flows.FlowsGrpc;
import benchmark.grpc.flows.Text;
import benchmark.load.Caller;
import benchmark.load.Flows;
import benchmark.load.Tally;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.Channel;

/** Streams with the generated stub that is told of items, and large messages with the one that waits. */
final class GrpcFlows implements Flows {

    private final FlowsGrpc.FlowsStub streams;
    private final FlowsGrpc.FlowsBlockingStub blocking;

    GrpcFlows(Channel channel) {
        streams = FlowsGrpc.newStub(channel);
        blocking = FlowsGrpc.newBlockingStub(channel);
    }

    @Override
    public Tally download(int items, int size) throws Exception {
        Counting counting = new Counting();
        streams.download(
                DownloadRequest.newBuilder().setItems(items).setSize(size).build(), counting);
        return counting.all().get();
    }

    @Override
    public Tally upload(int items, int size) throws Exception {
        Upload upload = new Upload(items, size);
        streams.upload(upload);
        return upload.answer().get();
    }

    @Override
    public boolean echoText(String text) {
        return blocking.echoText(Text.newBuilder().setText(text).build())
                .getText()
                .equals(text);
    }

    @Override
    public Caller.Blocking echoBytes(byte[] bytes) {
        ByteString body = UnsafeByteOperations.unsafeWrap(bytes); // nobody changes them
        Body request = Body.newBuilder().setBody(body).build();
        return number -> blocking.echoBytes(request).getBody().equals(body);
    }
}
