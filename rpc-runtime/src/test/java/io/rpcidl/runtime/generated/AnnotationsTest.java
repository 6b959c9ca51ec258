package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.read;
import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.same;
import static io.rpcidl.runtime.generated.Json.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.annotations.DeniedException;
import golden.annotations.Email;
import golden.annotations.Kept;
import golden.annotations.Level;
import golden.annotations.Login;
import golden.annotations.Pin;
import golden.annotations.Side;
import golden.annotations.TypeCodecs_.DeniedCodec_;
import golden.annotations.TypeCodecs_.KeptCodec_;
import golden.annotations.TypeCodecs_.LoginCodec_;
import golden.annotations.TypeCodecs_.UserCodec_;
import golden.annotations.TypeCodecs_.UserPatchCodec_;
import golden.annotations.User;
import golden.annotations.UserPatch;
import io.rpcidl.json.Patch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Further names, tri-state fields, sensitive values, numbers as strings. */
class AnnotationsTest {

    private static final User USER = User.builder()
            .id(Long.MAX_VALUE)
            .name("anna")
            .password("pass")
            .pin(new Pin("1234"))
            .secrets(List.of("hidden"))
            .serial(1)
            .build();

    @Test
    void aNumberIsAStringWhereTheContractSaysSo() {
        same(
                UserCodec_.INSTANCE,
                USER,
                "{'id':'9223372036854775807','name':'anna','password':'pass','pin':'1234','secrets':['hidden'],"
                        + "'big':{'a':'9007199254740993'},'serial':'1'}");
    }

    @Test
    void furtherNamesAreReadAndNeverWritten() {
        User user = read(UserCodec_.INSTANCE, "{'login':'anna','id':1,'password':'p'}");
        assertEquals("anna", user.name());
        refused(
                UserCodec_.INSTANCE,
                "{'id':1,'name':'a','userName':'b','password':'p'}",
                "/userName: duplicate member 'name'");
        assertEquals(
                new Kept(Level.LOW, Side.LEFT, Login.password("p")),
                read(KeptCodec_.INSTANCE, "{'level':'L','side':'l','login':{'pw':'p'}}"));
        assertEquals(Level.LOW, Level.of("low"));
        same(
                KeptCodec_.INSTANCE,
                new Kept(Level.HIGH, Side.RIGHT, Login.password("p")),
                "{'level':'high','side':'RIGHT','login':{'password':'p'}}");
        refused(LoginCodec_.INSTANCE, "{'pw':'p','password':'q'}", "expected exactly one member, got several");
        assertEquals(
                "x", read(DeniedCodec_.INSTANCE, "{'why':'x','secret':'s'}").reason());
    }

    @Test
    void whatIsSensitiveIsNotPrinted() {
        assertEquals(
                "User[id=9223372036854775807, name=anna, password=***, pin=Pin[value=***], secrets=***,"
                        + " big={a=9007199254740993}, serial=1]",
                USER.toString());
        assertEquals("PasswordCase[value=***]", Login.password("p").toString());
        UserPatch patch = UserPatch.builder().id(1).key(Patch.of(42L)).build();
        assertTrue(patch.toString().endsWith("age=absent, key=***]"), patch.toString());
        DeniedException denied =
                DeniedException.builder("no").reason("r").secret("hidden").build();
        assertTrue(!denied.toString().contains("hidden"), denied.toString());
    }

    @Test
    void whatIsSensitiveIsNotShownWhereItIsWrong() {
        String nothing = ": not a value of its type (it is sensitive: nothing of it is shown)";
        refused(UserCodec_.INSTANCE, "{'id':1,'name':'a','password':1234}", "/password" + nothing);
        refused(UserCodec_.INSTANCE, "{'id':1,'name':'a','password':'p','secrets':['a',1234]}", "/secrets" + nothing);
        refused(UserCodec_.INSTANCE, "{'id':1,'name':'a','password':'p','pin':1234}", "/pin" + nothing);
    }

    @Test
    void absentAndNullDiffer() {
        UserPatch nothing = UserPatch.builder().id(1).build();
        same(UserPatchCodec_.INSTANCE, nothing, "{'id':1}");
        UserPatch patch = UserPatch.builder()
                .id(1)
                .name(Patch.ofNull())
                .email(Patch.of(new Email("a@b")))
                .tags(Patch.of(List.of("x")))
                .age(Patch.ofNullable(null))
                .build();
        same(UserPatchCodec_.INSTANCE, patch, "{'id':1,'name':null,'email':{'address':'a@b'},'tags':['x'],'age':null}");
        assertEquals(
                Patch.ofNull(),
                read(UserPatchCodec_.INSTANCE, "{'id':1,'mail':null}").email());
        assertTrue(nothing.name().isAbsent());
        assertEquals(patch, patch.toBuilder().build());
        same(
                DeniedCodec_.INSTANCE,
                DeniedException.builder("")
                        .reason("r")
                        .secret("s")
                        .retry(Patch.ofNull())
                        .build(),
                "{'reason':'r','secret':'s','retry':null}");
    }

    @Test
    void aPatchIsCopiedAndChecked() {
        List<String> tags = new ArrayList<>(List.of("a"));
        UserPatch patch = UserPatch.builder().id(1).tags(Patch.of(tags)).build();
        tags.add("b");
        assertEquals("{'id':1,'tags':['a']}", write(UserPatchCodec_.INSTANCE, patch));
        UserPatch.Builder tooOld = UserPatch.builder().id(1).age(Patch.of(151));
        assertThrows(IllegalArgumentException.class, tooOld::build);
        refused(UserPatchCodec_.INSTANCE, "{'id':1,'age':-1}", "/age: expected a number in 0..150");
        assertThrows(
                NullPointerException.class, () -> patch.toBuilder().name(null).build());
    }
}
