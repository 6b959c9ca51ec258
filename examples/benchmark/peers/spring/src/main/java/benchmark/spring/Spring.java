package benchmark.spring;

import benchmark.load.Caller;
import benchmark.load.Peer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Spring Boot with its defaults: Tomcat with 200 threads, and Jackson. */
@SpringBootApplication
public class Spring implements Peer {

    @Override
    public String name() {
        return "spring-rest";
    }

    @Override
    public int serve() {
        ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(Spring.class)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--logging.level.root=warn",
                                "--spring.main.banner-mode=off");
        return context.getWebServer().getPort();
    }

    @Override
    public Caller connect(int port) {
        return new SpringCaller(port);
    }
}
