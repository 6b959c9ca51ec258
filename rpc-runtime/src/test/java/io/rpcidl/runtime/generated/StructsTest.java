package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.read;
import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.same;
import static io.rpcidl.runtime.generated.Json.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import golden.recursive.Company;
import golden.recursive.Person;
import golden.recursive.Tree;
import golden.recursive.TypeCodecs_.CompanyCodec_;
import golden.recursive.TypeCodecs_.TreeCodec_;
import golden.struct.Defaulted;
import golden.struct.Empty;
import golden.struct.Inner;
import golden.struct.Nested;
import golden.struct.Optional;
import golden.struct.Required;
import golden.struct.TypeCodecs_.DefaultedCodec_;
import golden.struct.TypeCodecs_.EmptyCodec_;
import golden.struct.TypeCodecs_.InnerCodec_;
import golden.struct.TypeCodecs_.NestedCodec_;
import golden.struct.TypeCodecs_.OptionalCodec_;
import golden.struct.TypeCodecs_.RequiredCodec_;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Structs as JSON: what is written, and what is read. */
class StructsTest {

    private static final String REQUIRED =
            "{'flag':true,'small':-1,'long':9007199254740993,'huge':'123456789012345678901234567890','single':0.5,"
                    + "'double':1.25,'exact':'1.10','text':'ü','data':'aGk=','instant':'2026-01-02T03:04:05Z',"
                    + "'day':'2026-01-02','clock':'03:04:05','local':'2026-01-02T03:04:05','span':'PT1M0S',"
                    + "'id':'00000000-0000-0001-0000-000000000002','anything':{'b':[1.10,null]},'items':[3,1,2],"
                    + "'tags':['b','a'],'counts':{'z':1,'a':2},'other':{'the-value':'v'}}";

    @Test
    void everyTypeIsWrittenInDeclaredOrderAndReadBack() {
        same(RequiredCodec_.INSTANCE, required(), REQUIRED);
    }

    @Test
    void everyOptionalIsWrittenIfItIsThere() {
        Required required = required();
        Optional all = Optional.builder()
                .flag(false)
                .small(0)
                .long_(required.long_())
                .huge(required.huge())
                .single(required.single())
                .double_(required.double_())
                .exact(required.exact())
                .text(required.text())
                .data(required.data())
                .instant(required.instant())
                .day(required.day())
                .clock(required.clock())
                .local(required.local())
                .span(required.span())
                .id(required.id())
                .anything(required.anything())
                .items(required.items())
                .tags(required.tags())
                .counts(required.counts())
                .other(required.other())
                .build();
        same(OptionalCodec_.INSTANCE, all, REQUIRED.replace("true,'small':-1", "false,'small':0"));
    }

    @Test
    void whatIsAbsentIsNotWrittenAndNullIsReadAsAbsent() {
        Optional nothing = Optional.builder().build();
        same(OptionalCodec_.INSTANCE, nothing, "{}");
        String nulls = REQUIRED.replaceAll("'(\\w+)':(\\{[^}]*}|\\[[^]]*]|'[^']*'|[^,{}\\[]+)", "'$1':null");
        assertEquals(nothing, read(OptionalCodec_.INSTANCE, nulls));
        assertNull(nothing.items());
    }

    @Test
    void defaultsAreAlwaysWritten() {
        Defaulted defaults = Defaulted.builder().build();
        same(
                DefaultedCodec_.INSTANCE,
                defaults,
                "{'flag':true,'small':-2147483648,'long':9223372036854775807,'huge':'-123456789012345678901234567890',"
                        + "'single':0.0015,'double':'-Infinity','nothing':'NaN','tiny':-0.0,'exact':'19.90',"
                        + "'text':'\\'quoted\\' \\\\u002a/ $L $$ \\t ü','data':'aGVsbG8=','empty':'',"
                        + "'instant':'2026-01-31T22:59:00Z','day':'2026-01-31','clock':'23:59:00',"
                        + "'local':'2026-01-31T23:59:00','span':'PT26H30M0.500S',"
                        + "'id':'0b8d7b1e-6b0f-4c39-9e3a-2f5d6f1a7c11','items':[3,1,2],'tags':['b','a'],"
                        + "'counts':{'b':[2,1],'a':[]}}");
    }

    @Test
    void whatIsMissingOrNullHasItsDefault() {
        Defaulted defaults = Defaulted.builder().build();
        assertEquals(defaults, read(DefaultedCodec_.INSTANCE, "{}"));
        String nulls = "{'flag':null,'small':null,'text':null,'instant':null,'items':null,'counts':null,'empty':null}";
        assertEquals(defaults, read(DefaultedCodec_.INSTANCE, nulls));
        assertEquals(7, read(DefaultedCodec_.INSTANCE, "{'small':7}").small());
    }

    @Test
    void containersHoldContainersAndWhatMayBeAbsent() {
        Map<String, String> holes = new LinkedHashMap<>();
        holes.put("b", null);
        holes.put("a", "x");
        Nested nested = Nested.builder()
                .gaps(Arrays.asList(1, null, 2))
                .holes(holes)
                .deep(Map.of(-1, List.of(Set.of(new UUID(0, 1)))))
                .byDay(Map.of(LocalDate.of(2026, 1, 2), new Inner("v")))
                .yes(Map.of(true, Bytes.EMPTY))
                .build();
        same(
                NestedCodec_.INSTANCE,
                nested,
                "{'gaps':[1,null,2],'holes':{'b':null,'a':'x'},"
                        + "'deep':{'-1':[['00000000-0000-0000-0000-000000000001']]},'matrix':[[1.0,0.5],[]],"
                        + "'byDay':{'2026-01-02':{'the-value':'v'}},'yes':{'true':''}}");
    }

    @Test
    void recursiveTypesAreReadToAnyDepth() {
        Tree leaf = Tree.builder().value("leaf").build();
        Tree tree = Tree.builder()
                .value("root")
                .left(leaf)
                .children(List.of(leaf, leaf.toBuilder().value("x").build()))
                .byName(Map.of("k", leaf))
                .build();
        same(
                TreeCodec_.INSTANCE,
                tree,
                "{'value':'root','left':{'value':'leaf','children':[]},'children':[{'value':'leaf','children':[]},"
                        + "{'value':'x','children':[]}],'byName':{'k':{'value':'leaf','children':[]}}}");
        Person boss = new Person("b", new Company(List.of(), null));
        same(
                CompanyCodec_.INSTANCE,
                new Company(List.of(boss), boss),
                "{'staff':[{'name':'b','employer':{'staff':[]}}],'head':{'name':'b','employer':{'staff':[]}}}");
    }

    @Test
    void membersMayComeInAnyOrderAndUnknownOnesAreSkipped() {
        Tree tree = Tree.builder().value("v").children(List.of()).build();
        String json = "{ 'x' : {'value':[1,{}]} , 'children' : [ ] , 'valu':1, 'value' : 'v' , 'values':null }";
        assertEquals(tree, read(TreeCodec_.INSTANCE, json));
        assertEquals(new Empty(), read(EmptyCodec_.INSTANCE, "{'a':[1,2]}"));
        assertEquals("{}", write(EmptyCodec_.INSTANCE, new Empty()));
    }

    @Test
    void aMemberThatIsThereTwiceIsRefused() {
        refused(InnerCodec_.INSTANCE, "{'the-value':'a','the-value':'b'}", "/the-value: duplicate member 'the-value'");
        refused(
                TreeCodec_.INSTANCE,
                "{'value':'a','left':{'value':'b','left':null,'left':null}}",
                "/left/left: duplicate member 'left'");
    }

    @Test
    void aRequiredMemberThatIsMissingIsNamedWithItsPlace() {
        refused(InnerCodec_.INSTANCE, "{'value':'Java calls it so'}", "missing required member 'the-value'");
        refused(
                TreeCodec_.INSTANCE,
                "{'value':'a','children':[{'value':'b'},{'children':[]}]}",
                "/children/1: missing required member 'value'");
    }

    @Test
    void nullIsNoValueOfARequiredMember() {
        refused(InnerCodec_.INSTANCE, "{'the-value':null}", "/the-value: expected string, got null");
        refused(RequiredCodec_.INSTANCE, "{'flag':null}", "/flag: expected bool, got null");
        refused(RequiredCodec_.INSTANCE, "{'items':null}", "/items: expected array, got null");
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithItsPlace() {
        refused(NestedCodec_.INSTANCE, "{'deep':{'1':[['x']]}}", "/deep/1/0/0: expected uuid, got another string");
        refused(NestedCodec_.INSTANCE, "{'gaps':[1,1.5]}", "/gaps/1: expected int32, got 1.5");
        refused(InnerCodec_.INSTANCE, "[]", "expected object, got an array");
    }

    private static Required required() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("z", 1L);
        counts.put("a", 2L);
        return Required.builder()
                .flag(true)
                .small(-1)
                .long_(9007199254740993L)
                .huge(new BigInteger("123456789012345678901234567890"))
                .single(0.5f)
                .double_(1.25)
                .exact(new BigDecimal("1.10"))
                .text("ü")
                .data(Bytes.utf8("hi"))
                .instant(Instant.parse("2026-01-02T03:04:05Z"))
                .day(LocalDate.of(2026, 1, 2))
                .clock(LocalTime.of(3, 4, 5))
                .local(LocalDateTime.of(2026, 1, 2, 3, 4, 5))
                .span(Duration.ofMinutes(1))
                .id(new UUID(1, 2))
                .anything(JsonValue.parse("{\"b\":[1.10,null]}"))
                .items(List.of(3, 1, 2))
                .tags(new LinkedHashSet<>(List.of("b", "a")))
                .counts(counts)
                .other(new Inner("v"))
                .build();
    }
}
