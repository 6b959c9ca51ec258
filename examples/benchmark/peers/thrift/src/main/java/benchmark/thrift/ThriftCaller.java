package benchmark.thrift;

import benchmark.load.Caller;
import benchmark.load.Operation;
import benchmark.load.Values;
import benchmark.thrift.users.Page;
import benchmark.thrift.users.User;
import benchmark.thrift.users.Users;
import java.util.Optional;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.layered.TFramedTransport;

/** Calls with generated clients, each thread with its own, for one client cannot be shared. */
final class ThriftCaller implements Caller {

    private final ThreadLocal<Users.Client> clients;

    ThriftCaller(int port) {
        clients =
                new ThreadLocal<>() { // no lambda: a program's first one takes its time
                    @Override
                    protected Users.Client initialValue() {
                        return connect(port);
                    }
                };
    }

    private static Users.Client connect(int port) {
        try {
            TFramedTransport transport = new TFramedTransport(new TSocket("127.0.0.1", port));
            transport.open();
            return new Users.Client(new TBinaryProtocol(transport));
        } catch (TException e) {
            throw new IllegalStateException("no connection to port " + port, e);
        }
    }

    @Override
    public boolean existUser(String email) throws TException {
        return clients.get().existUser(email);
    }

    @Override
    public Blocking blocking(Operation operation) {
        return switch (operation) {
            case EXIST_USER -> number -> clients.get().existUser(Values.email(number));
            case CREATE_USER -> number -> clients.get().createUser(UsersService.user(number));
            case GET_USER -> number -> isRight(clients.get().getUser(number), number);
            case LIST_USER -> number -> isRight(clients.get().listUser(number), number);
        };
    }

    /** Returns none: Thrift's async client has one call at a time on a connection. */
    @Override
    public Optional<Async> async(Operation operation) {
        return Optional.empty();
    }

    private static boolean isRight(User user, int number) {
        return user.getId() == number && user.getPermissionsSize() == 15;
    }

    private static boolean isRight(Page page, int number) {
        return page.getResultSize() == Values.PAGE_SIZE
                && page.getResult().get(0).getId() == (long) number * Values.PAGE_SIZE;
    }
}
