package io.rpcidl.runtime.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.union.Payment;
import golden.union.Till;
import golden.union.TillHandler;
import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.ScriptedServer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of classes on the wire are data or mistakes: nothing that a peer says has a class loaded. */
@Timeout(60)
class GadgetsTest {

    private static final AtomicBoolean LOADED = new AtomicBoolean();
    private static final String CLASS = GadgetsTest.class.getName() + "$Gadget";
    private static final String REQUEST = "{'header':{'request_id':1,'service_name':'golden.union.Till',"
            + "'method_name':'pay'},'body':{'params':[%s]}}";
    private static final String REPLY =
            "{'header':{'request_id':1,'service_name':'golden.union.Till'," + "'method_name':'pay'},'body':%s}\n";

    /** What would be known to have been loaded, wherever that happened. */
    static final class Gadget {
        static {
            LOADED.set(true);
        }
    }

    /** Gives back what it got. */
    private static final class Mirror implements TillHandler {
        @Override
        public Payment pay(Till.PayRequest request) {
            return request.how();
        }
    }

    @AfterAll
    static void itWouldHaveBeenSeen() throws ClassNotFoundException {
        Class.forName(CLASS);
        assertTrue(LOADED.get());
    }

    @AfterEach
    void nothingWasLoaded() {
        assertFalse(LOADED.get());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'card':{'pan':'1','@class':'CLASS','@type':'CLASS','class':'CLASS'}} | {'result':{'card':{'pan':'1'}}}
            {'card':['CLASS',{'pan':'1'}]}     | /body/params/0/card: expected object, got an array
            ['CLASS',{'card':{'pan':'1'}}]     | /body/params/0: expected object, got an array
            {'@class':'CLASS','cash':{}}       | /body/params/0: expected exactly one member, got several
            {'CLASS':{'a':[1]}}                | {'result':{'CLASS':{'a':[1]}}}
            {'voucher':'CLASS'}                | {'result':{'voucher':'CLASS'}}
            {'voucher':{'@class':'CLASS'}}     | /body/params/0/voucher: expected string, got an object
            {'cash':{}},{'CLASS':{}}           | /body/params/1/CLASS: expected a member of Expression, got one that it does not have
            {'shares':{'CLASS':[['CLASS',{}]]}} | /body/params/0/shares/CLASS/0: expected object, got an array
            """)
    void aServerTakesThemForWhatTheyAre(String params, String answer) throws IOException {
        try (RpcServer server = RpcServer.builder().add(new Mirror()).start();
                RawSocket socket = new RawSocket(server.port())) {
            String line = socket.send(json(String.format(REQUEST, params))).line();
            String body = answer.startsWith("{")
                    ? answer
                    : "{'error':{'code':'INVALID_ARGUMENT','message':'" + answer + "','processed':'no'}}";
            assertEquals(json(String.format(REPLY, body)), line + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"CLASS,pay", "golden.union.Till,CLASS", "golden.union.Till$PayRequest,new", "java.lang.Runtime,exec"})
    void aServerCallsNothingButItsMethods(String service, String method) throws IOException {
        try (RpcServer server = RpcServer.builder().add(new Mirror()).start();
                RawSocket socket = new RawSocket(server.port())) {
            String request = String.format(REQUEST, "{'cash':{}}")
                    .replace("golden.union.Till", service)
                    .replace("'pay'", "'" + method + "'");
            String line = socket.send(json(request)).line();
            assertTrue(line.contains("\"code\":\"UNIMPLEMENTED\""), line);
        }
    }

    @Test
    void aClientMakesNoExceptionOfAClassThatAServerNames() throws IOException {
        String error = "{'error':{'code':'ABORTED','message':'m','type':'CLASS','details':{'@class':'CLASS'},"
                + "'@class':'CLASS','processed':'yes'}}";
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.answering(json(String.format(REPLY, error))));
                RpcClient client = RpcClient.connect(server.target())) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Till.stub(client).pay(Payment.cash()));
            assertEquals(RpcException.class, thrown.getClass());
            assertEquals(StatusCode.ABORTED, thrown.code());
        }
    }

    @Test
    void aClientKeepsATagThatItDoesNotKnowAsText() throws IOException {
        String result = "{'result':{'CLASS':['CLASS',{}]}}";
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.answering(json(String.format(REPLY, result))));
                RpcClient client = RpcClient.connect(server.target())) {
            Payment paid = Till.stub(client).pay(Payment.cash());
            assertEquals(new Payment.Unknown_(CLASS, JsonValue.parse(json("['CLASS',{}]"))), paid);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"').replace("CLASS", CLASS);
    }
}
