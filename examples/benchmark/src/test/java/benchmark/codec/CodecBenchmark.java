package benchmark.codec;

import benchmark.UsersService;
import benchmark.users.v1.Page;
import benchmark.users.v1.TypeCodecs_.PageCodec_;
import benchmark.users.v1.Users;
import com.alibaba.fastjson2.JSON;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Writes and reads one page of users in several ways. All read the same bytes; what can be kept from page to page,
 * a buffer or a reader, is kept.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final KeptBytes target = new KeptBytes();
    private final JsonWriter writer = new JsonWriter();
    private final JsonReader reader = new JsonReader(new byte[0]);

    private Page page;
    private PageBean bean;
    private byte[] json;

    /** Makes the page, and makes sure that all read and write that page. */
    @Setup
    public void checkThatAllAgree() throws IOException {
        page = new UsersService().listUser(new Users.ListUserRequest(100));
        bean = PageBean.of(page);
        json = Arrays.copyOf(rpcidlWrite(), writer.length());
        same("rpcidl", rpcidlRead());
        same("jackson-core", jacksonCoreRead());
        same("fastjson2", fastjson2Read().toPage());
        same("jackson-databind", jacksonDatabindRead());
        same("objects", objects());
        same(
                "what jackson-core writes",
                PageCodec_.INSTANCE.read(new JsonReader(jacksonCoreWrite().copy())));
        same(
                "what fastjson2 writes",
                JSON.parseObject(fastjson2Write(), PageBean.class).toPage());
        same(
                "what jackson-databind writes",
                PageCodec_.INSTANCE.read(new JsonReader(jacksonDatabindWrite().copy())));
    }

    private void same(String what, Page other) {
        if (!page.equals(other)) {
            throw new IllegalStateException(what + ": " + other + " instead of " + page);
        }
    }

    int bytes() {
        return json.length;
    }

    @Benchmark
    public byte[] rpcidlWrite() {
        writer.truncate(0);
        PageCodec_.INSTANCE.write(writer, page);
        return writer.array();
    }

    @Benchmark
    public Page rpcidlRead() {
        reader.reset(json, 0, json.length);
        Page read = PageCodec_.INSTANCE.read(reader);
        reader.end();
        return read;
    }

    @Benchmark
    public KeptBytes jacksonCoreWrite() throws IOException {
        JacksonCorePages.write(page, target.rewind());
        return target;
    }

    @Benchmark
    public Page jacksonCoreRead() throws IOException {
        return JacksonCorePages.read(json);
    }

    @Benchmark
    public byte[] fastjson2Write() {
        return JSON.toJSONBytes(bean);
    }

    @Benchmark
    public PageBean fastjson2Read() {
        return JSON.parseObject(json, PageBean.class);
    }

    @Benchmark
    public KeptBytes jacksonDatabindWrite() throws IOException {
        MAPPER.writeValue(target.rewind(), page);
        return target;
    }

    @Benchmark
    public Page jacksonDatabindRead() throws IOException {
        return MAPPER.readValue(json, Page.class);
    }

    /** Makes the objects of the page and nothing else: what no reader can do without. */
    @Benchmark
    public Page objects() {
        return PageCopy.of(page);
    }
}
