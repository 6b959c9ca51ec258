package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.newtype.Code;
import golden.newtype.Codes;
import golden.newtype.CodesHandler;
import golden.newtype.Color;
import golden.newtype.Day;
import golden.newtype.Exact;
import golden.newtype.Holder;
import golden.newtype.Key;
import golden.newtype.Long;
import golden.newtype.Names;
import golden.newtype.Place;
import golden.newtype.Point;
import golden.newtype.Tree;
import golden.newtype.TypeCodecs_.HolderCodec_;
import golden.newtype.TypeCodecs_.TreeCodec_;
import golden.newtype.Which;
import golden.newtype.Year;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewtypesTest {

    private static final Key KEY = new Key(new Code("abc"));

    @Test
    void theJsonIsThatOfWhatItStandsFor() {
        Holder holder = Holder.builder()
                .code(new Code("c"))
                .day(new Day(LocalDate.of(2026, 1, 2)))
                .days(Map.of(new Day(LocalDate.of(2026, 1, 3)), new Which(Color.RED)))
                .longs(Map.of(new Long(7), List.of(KEY)))
                .colors(Map.of(new Which(Color.of("BLUE")), Set.of(new Long(1))))
                .build();
        same(
                HolderCodec_.INSTANCE,
                holder,
                "{'code':'c','year':2026,'key':'abc','day':'2026-01-02','exact':'1.50','tree':[[],[[]]],"
                        + "'names':{'a':'b'},'place':{'x':1.0,'y':-1.0},'codes':{'a':1},'days':{'2026-01-03':'RED'},"
                        + "'longs':{'7':['abc']},'colors':{'BLUE':[1]}}");
        assertEquals(new Exact(new BigDecimal("1.50")), holder.exact());
        assertEquals(new Place(new Point(1, -1)), holder.place());
        assertEquals(new Names(Map.of(new Code("a"), new Key(new Code("b")))), holder.names());
    }

    @Test
    void aTypeMayBeMadeOfItself() {
        Tree leaf = new Tree(List.of());
        same(TreeCodec_.INSTANCE, new Tree(List.of(leaf, new Tree(List.of(leaf)))), "[[],[[]]]");
        refused(TreeCodec_.INSTANCE, "[[],[1]]", "/1/0: expected array, got 1");
    }

    @Test
    void whatItHoldsIsCheckedAndCopied() {
        assertThrows(NullPointerException.class, () -> new Code(null));
        List<Tree> branches = new ArrayList<>();
        Tree tree = new Tree(branches);
        branches.add(tree);
        assertEquals(List.of(), tree.value());
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        refused(
                HolderCodec_.INSTANCE,
                "{'code':'c','longs':{'x':[]},'colors':{}}",
                "/longs/x: expected a key of type Long");
    }

    @Test
    void asParametersAndResults() {
        CodesHandler handler = new CodesHandler() {
            @Override
            public Key find(Codes.FindRequest request) {
                return request.years().isEmpty() ? null : new Key(request.code());
            }

            @Override
            public Long sum(Codes.SumRequest request) {
                return new Long(request.years().stream().mapToLong(Year::value).sum());
            }
        };
        LocalChannel channel = new LocalChannel(handler);
        Codes codes = Codes.stub(channel);
        assertEquals(KEY, codes.find(new Code("abc"), Set.of(new Year(1))));
        assertEquals(new Long(3), codes.sum(new Year(1), new Year(2)));
        assertEquals(List.of("find {'code':'abc','years':[1]}", "sum [1,2]"), channel.sent());
    }
}
