package benchmark.codec;

import benchmark.users.v1.Page;
import benchmark.users.v1.User;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Pages through jackson-core's streams, by hand, as its documentation advises: names encoded once, and expected in order. */
final class JacksonCorePages {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final SerializedString PAGE_NO = new SerializedString("pageNo");
    private static final SerializedString TOTAL = new SerializedString("total");
    private static final SerializedString RESULT = new SerializedString("result");
    private static final SerializedString[] USER = {
        new SerializedString("id"),
        new SerializedString("name"),
        new SerializedString("sex"),
        new SerializedString("birthday"),
        new SerializedString("email"),
        new SerializedString("mobile"),
        new SerializedString("address"),
        new SerializedString("icon"),
        new SerializedString("permissions"),
        new SerializedString("status"),
        new SerializedString("createTime"),
        new SerializedString("updateTime")
    };

    private JacksonCorePages() {}

    // ---- writing

    static void write(Page page, OutputStream target) throws IOException {
        try (JsonGenerator out = FACTORY.createGenerator(target)) {
            out.writeStartObject();
            out.writeFieldName(PAGE_NO);
            out.writeNumber(page.pageNo());
            out.writeFieldName(TOTAL);
            out.writeNumber(page.total());
            out.writeFieldName(RESULT);
            out.writeStartArray();
            for (User user : page.result()) {
                write(user, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static void write(User user, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeFieldName(USER[0]);
        out.writeNumber(user.id());
        out.writeFieldName(USER[1]);
        out.writeString(user.name());
        out.writeFieldName(USER[2]);
        out.writeNumber(user.sex());
        out.writeFieldName(USER[3]);
        out.writeString(user.birthday().toString());
        out.writeFieldName(USER[4]);
        out.writeString(user.email());
        out.writeFieldName(USER[5]);
        out.writeString(user.mobile());
        out.writeFieldName(USER[6]);
        out.writeString(user.address());
        out.writeFieldName(USER[7]);
        out.writeString(user.icon());
        out.writeFieldName(USER[8]);
        out.writeStartArray();
        for (int permission : user.permissions()) {
            out.writeNumber(permission);
        }
        out.writeEndArray();
        out.writeFieldName(USER[9]);
        out.writeNumber(user.status());
        out.writeFieldName(USER[10]);
        out.writeString(user.createTime().toString());
        out.writeFieldName(USER[11]);
        out.writeString(user.updateTime().toString());
        out.writeEndObject();
    }

    // ---- reading

    static Page read(byte[] json) throws IOException {
        try (JsonParser in = FACTORY.createParser(json)) {
            expect(in.nextToken() == JsonToken.START_OBJECT);
            expect(in.nextFieldName(PAGE_NO));
            int pageNo = in.nextIntValue(0);
            expect(in.nextFieldName(TOTAL));
            int total = in.nextIntValue(0);
            expect(in.nextFieldName(RESULT) && in.nextToken() == JsonToken.START_ARRAY);
            List<User> users = new ArrayList<>();
            while (in.nextToken() == JsonToken.START_OBJECT) {
                users.add(user(in));
            }
            expect(in.nextToken() == JsonToken.END_OBJECT);
            return new Page(pageNo, total, users);
        }
    }

    private static User user(JsonParser in) throws IOException {
        expect(in.nextFieldName(USER[0]));
        long id = in.nextLongValue(0);
        String name = text(in, 1);
        expect(in.nextFieldName(USER[2]));
        int sex = in.nextIntValue(0);
        LocalDate birthday = LocalDate.parse(text(in, 3));
        String email = text(in, 4);
        String mobile = text(in, 5);
        String address = text(in, 6);
        String icon = text(in, 7);
        expect(in.nextFieldName(USER[8]) && in.nextToken() == JsonToken.START_ARRAY);
        List<Integer> permissions = new ArrayList<>();
        while (in.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            permissions.add(in.getIntValue());
        }
        expect(in.nextFieldName(USER[9]));
        int status = in.nextIntValue(0);
        LocalDateTime createTime = LocalDateTime.parse(text(in, 10));
        LocalDateTime updateTime = LocalDateTime.parse(text(in, 11));
        expect(in.nextToken() == JsonToken.END_OBJECT);
        return new User(
                id, name, sex, birthday, email, mobile, address, icon, permissions, status, createTime, updateTime);
    }

    private static String text(JsonParser in, int field) throws IOException {
        expect(in.nextFieldName(USER[field]));
        return in.nextTextValue();
    }

    private static void expect(boolean asExpected) throws IOException {
        if (!asExpected) {
            throw new IOException("not the page's members in their order");
        }
    }
}
