package benchmark.load;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A client of one peer. May be used by many threads, as its users would. */
public interface Caller {

    /** Calls and waits for the answer. */
    interface Blocking {

        /** Calls about the user, or the page, of a number; returns whether the answer is the right one. */
        boolean call(int number) throws Exception;
    }

    /** Calls and does not wait. */
    interface Async {

        /** Calls as {@link Blocking#call} does; the outcome hears once, on whatever thread the peer has for it. */
        void call(int number, Outcome outcome);
    }

    /** Hears how a call ended. */
    interface Outcome {

        /** The call ended; {@code right} says that its answer is the right one. */
        void ended(boolean right);

        /** The call ends with a future. */
        default <T> void endsWith(CompletableFuture<T> answer, Predicate<T> isRight) {
            answer.whenComplete((value, failure) -> {
                if (failure != null) {
                    Errors.show(failure);
                }
                ended(failure == null && isRight.test(value));
            });
        }
    }

    /** Calls {@code existUser} with nothing around it, for who looks at the first call of a program. */
    default boolean existUser(String email) throws Exception {
        throw new UnsupportedOperationException("its start is not measured");
    }

    /** Returns a way to call. */
    Blocking blocking(Operation operation);

    /** Returns a way to call without waiting, if the peer has one with many calls in flight on a connection. */
    Optional<Async> async(Operation operation);

    /** Returns its streams and large messages, if they are measured for this peer. */
    default Optional<Flows> flows() {
        return Optional.empty();
    }
}
