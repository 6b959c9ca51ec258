package benchmark.grpc;

import benchmark.grpc.users.CreateUserReply;
import benchmark.grpc.users.ExistUserReply;
import benchmark.grpc.users.ExistUserRequest;
import benchmark.grpc.users.GetUserRequest;
import benchmark.grpc.users.ListUserRequest;
import benchmark.grpc.users.Page;
import benchmark.grpc.users.User;
import benchmark.grpc.users.UsersGrpc;
import benchmark.load.Values;
import io.grpc.stub.StreamObserver;

/** The work of the benchmark. */
final class UsersService extends UsersGrpc.UsersImplBase {

    @Override
    public void existUser(ExistUserRequest request, StreamObserver<ExistUserReply> reply) {
        boolean exists = Values.exists(request.getEmail());
        end(reply, ExistUserReply.newBuilder().setExists(exists).build());
    }

    @Override
    public void createUser(User user, StreamObserver<CreateUserReply> reply) {
        end(reply, CreateUserReply.newBuilder().setCreated(user.getId() > 0).build());
    }

    @Override
    public void getUser(GetUserRequest request, StreamObserver<User> reply) {
        end(reply, user(request.getId()));
    }

    @Override
    public void listUser(ListUserRequest request, StreamObserver<Page> reply) {
        Page.Builder page = Page.newBuilder().setPageNo(request.getPageNo()).setTotal(1_000);
        long first = (long) request.getPageNo() * Values.PAGE_SIZE;
        for (int i = 0; i < Values.PAGE_SIZE; i++) {
            page.addResult(user(first + i));
        }
        end(reply, page.build());
    }

    private static <T> void end(StreamObserver<T> reply, T value) {
        reply.onNext(value);
        reply.onCompleted();
    }

    static User user(long id) {
        return User.newBuilder()
                .setId(id)
                .setName(Values.name(id))
                .setSex(1)
                .setBirthday(Values.BIRTHDAY_MILLIS)
                .setEmail(Values.email(id))
                .setMobile(Values.mobile(id))
                .setAddress(Values.address(id))
                .setIcon(Values.icon(id))
                .addAllPermissions(Values.permissions(id))
                .setStatus(1)
                .setCreateTime(Values.CREATED_MILLIS)
                .setUpdateTime(Values.UPDATED_MILLIS)
                .build();
    }
}
