package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a shell offers in the place of a word that is not whole. */
@Timeout(120)
class CompletionTest {

    @TempDir
    Path folder;

    private RpcServer server;
    private String target;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder().add(new ShopService()).start();
        target = server.endpoint().toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String complete(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "complete";
        all[1] = "--";
        System.arraycopy(words, 0, all, 2, words.length);
        Session.Result result = new Session(folder).run(all);
        assertEquals(0, result.code());
        assertEquals("", result.err());
        return result.out().replace('\n', ' ').strip();
    }

    @Test
    void servicesThenMethodsThenParameters() {
        assertEquals("shop.v1.Shop/ rpc.health.v1.Health/ rpc.describe.v1.Describe/", complete("call", target, ""));
        assertEquals("shop.v1.Shop/", complete("call", "--timeout", "1s", target, "sh"));
        assertEquals("Shop/", complete("call", target, "Sh"));
        assertEquals("Shop/get", complete("call", target, "Shop/g"));
        assertEquals("sku= price=", complete("call", target, "Shop/setPrice", ""));
        assertEquals("price=", complete("call", target, "Shop/setPrice", "sku=A-1", ""));
        assertEquals("", complete("call", target, "Shop/setPrice", "sku=A"));
        assertEquals("shop.v1.Shop", complete("list", target, "shop"));
        assertEquals("Shop/order", complete("describe", target, "Shop/o"));
    }

    @Test
    void nothingWhereNothingIsKnown() {
        assertEquals("", complete());
        assertEquals("", complete("call"));
        assertEquals("", complete("call", ""));
        assertEquals("", complete("call", "--cacert", ""));
        assertEquals("", complete("call", target, "Nobody/"));
        assertEquals("", complete("call", "127.0.0.1:1", ""));
        assertEquals("", complete("check", target, ""));
    }

    @Test
    void bashAsksTheServer() throws Exception {
        String script = "function rpc() { " + Jvm.same().command(List.of()) + " \"$@\"; }\n"
                + "source <(rpc generate-completion)\n"
                + "try() { COMP_LINE=$1 COMP_POINT=${#1}; COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=()\n"
                + "  $(complete -p rpc | sed 's/.*-F \\([^ ]*\\).*/\\1/') rpc; echo \"$1: ${COMPREPLY[*]}\"; }\n"
                + "try 'rpc call " + target + " Shop/g'\n"
                + "try 'rpc call " + target + " Shop/setPrice '\n"
                + "try 'rpc che'\n";
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        String said =
                new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace(target, "TARGET");
        assertEquals("""
                rpc call TARGET Shop/g: Shop/get
                rpc call TARGET Shop/setPrice : sku= price=
                """, said.substring(0, Math.max(0, said.indexOf("rpc che:"))));
        assertTrue(said.contains("rpc che: check"), said);
    }
}
