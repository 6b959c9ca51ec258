package benchmark.grpc;

import benchmark.grpc.users.CreateUserReply;
import benchmark.grpc.users.ExistUserReply;
import benchmark.grpc.users.ExistUserRequest;
import benchmark.grpc.users.GetUserRequest;
import benchmark.grpc.users.ListUserRequest;
import benchmark.grpc.users.Page;
import benchmark.grpc.users.User;
import benchmark.grpc.users.UsersGrpc;
import benchmark.load.Caller;
import benchmark.load.Errors;
import benchmark.load.Flows;
import benchmark.load.Operation;
import benchmark.load.Values;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.Predicate;

/** Calls with the generated stubs. */
final class GrpcCaller implements Caller {

    private final UsersGrpc.UsersBlockingStub users;
    private final UsersGrpc.UsersStub async;
    private final Flows flows;

    GrpcCaller(Channel channel) {
        this(UsersGrpc.newBlockingStub(channel), UsersGrpc.newStub(channel), channel);
    }

    /** Compresses requests. */
    GrpcCaller(Channel channel, String compression) {
        this(
                UsersGrpc.newBlockingStub(channel).withCompression(compression),
                UsersGrpc.newStub(channel).withCompression(compression),
                channel);
    }

    private GrpcCaller(UsersGrpc.UsersBlockingStub users, UsersGrpc.UsersStub async, Channel channel) {
        this.users = users;
        this.async = async;
        this.flows = new GrpcFlows(channel);
    }

    @Override
    public boolean existUser(String email) {
        return users.existUser(ExistUserRequest.newBuilder().setEmail(email).build())
                .getExists();
    }

    @Override
    public Blocking blocking(Operation operation) {
        return switch (operation) {
            case EXIST_USER -> number -> users.existUser(exist(number)).getExists();
            case CREATE_USER ->
                number -> users.createUser(UsersService.user(number)).getCreated();
            case GET_USER -> number -> isRight(users.getUser(get(number)), number);
            case LIST_USER -> number -> isRight(users.listUser(list(number)), number);
        };
    }

    @Override
    public Optional<Async> async(Operation operation) {
        return Optional.of(
                switch (operation) {
                    case EXIST_USER ->
                        (number, outcome) ->
                                async.existUser(exist(number), new Answer<>(outcome, ExistUserReply::getExists));
                    case CREATE_USER ->
                        (number, outcome) -> async.createUser(
                                UsersService.user(number), new Answer<>(outcome, CreateUserReply::getCreated));
                    case GET_USER ->
                        (number, outcome) ->
                                async.getUser(get(number), new Answer<>(outcome, user -> isRight(user, number)));
                    case LIST_USER ->
                        (number, outcome) ->
                                async.listUser(list(number), new Answer<>(outcome, page -> isRight(page, number)));
                });
    }

    @Override
    public Optional<Flows> flows() {
        return Optional.of(flows);
    }

    private static ExistUserRequest exist(int number) {
        return ExistUserRequest.newBuilder().setEmail(Values.email(number)).build();
    }

    private static GetUserRequest get(int number) {
        return GetUserRequest.newBuilder().setId(number).build();
    }

    private static ListUserRequest list(int number) {
        return ListUserRequest.newBuilder().setPageNo(number).build();
    }

    private static boolean isRight(User user, int number) {
        return user.getId() == number && user.getPermissionsCount() == 15;
    }

    private static boolean isRight(Page page, int number) {
        return page.getResultCount() == Values.PAGE_SIZE
                && page.getResult(0).getId() == (long) number * Values.PAGE_SIZE;
    }

    /** Waits for one value and tells whether it is the right one. */
    private static final class Answer<T> implements StreamObserver<T> {

        private final Outcome outcome;
        private final Predicate<T> isRight;
        private boolean right;

        Answer(Outcome outcome, Predicate<T> isRight) {
            this.outcome = outcome;
            this.isRight = isRight;
        }

        @Override
        public void onNext(T value) {
            right = isRight.test(value);
        }

        @Override
        public void onError(Throwable failure) {
            Errors.show(failure);
            outcome.ended(false);
        }

        @Override
        public void onCompleted() {
            outcome.ended(right);
        }
    }
}
