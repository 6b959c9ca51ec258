package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.read;
import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.entries.BadException;
import golden.entries.Grid;
import golden.entries.Key;
import golden.entries.Kind;
import golden.entries.Mapping;
import golden.entries.MappingHandler;
import golden.entries.Maps;
import golden.entries.Point;
import golden.entries.TypeCodecs_.GridCodec_;
import golden.entries.TypeCodecs_.MapsCodec_;
import io.rpcidl.json.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Maps with keys of any type, and errors as values. */
class EntriesTest {

    private static final Point POINT = new Point(1, 2);
    private static final BadException BAD = BadException.builder("").number(1).build();

    private static Maps.Builder maps() {
        Map<Set<Kind>, Integer> sets = new HashMap<>();
        sets.put(Set.of(Kind.A), null);
        return Maps.builder()
                .points(Map.of(POINT, "p"))
                .lists(Map.of(List.of(1, 2), List.of("a")))
                .sets(sets)
                .keys(Map.of(Key.point(POINT), new Grid(Map.of())))
                .errors(Map.of(BAD, BAD));
    }

    @Test
    void aListOfEntries() {
        Maps maps = maps().optional(Map.of(Bytes.utf8("hi"), "b"))
                .deep(List.of(Map.of(Map.of(POINT, 3L), Set.of(List.of(4)))))
                .error(BAD)
                .build();
        same(
                MapsCodec_.INSTANCE,
                maps,
                "{'points':[{'key':{'x':1,'y':2},'value':'p'}],'lists':[{'key':[1,2],'value':['a']}],"
                        + "'sets':[{'key':['A'],'value':null}],'doubles':[{'key':1.5,'value':true},{'key':-0.0,'value':false}],"
                        + "'keys':[{'key':{'point':{'x':1,'y':2}},'value':[]}],"
                        + "'errors':[{'key':{'number':1},'value':{'number':1}}],'optional':[{'key':'aGk=','value':'b'}],"
                        + "'deep':[[{'key':[{'key':{'x':1,'y':2},'value':3}],'value':[[4]]}]],"
                        + "'strings':[{'key':'a','value':1}],'error':{'number':1}}");
    }

    @Test
    void duplicateKeysAreRefusedAndOrderIsKept() {
        Grid grid = read(
                GridCodec_.INSTANCE, "[{'key':{'x':2,'y':1},'value':'a'},{'value':'b','key':{'y':1,'x':1},'more':[]}]");
        assertEquals(List.of("a", "b"), List.copyOf(grid.value().values()));
        refused(
                GridCodec_.INSTANCE,
                "[{'key':{'x':1,'y':1},'value':'a'},{'key':{'y':1,'x':1},'value':'b'}]",
                "/1: duplicate key");
        refused(GridCodec_.INSTANCE, "[{'key':{'x':1,'y':1}}]", "/0: missing required member 'value'");
        refused(GridCodec_.INSTANCE, "{'a':'b'}", "expected array, got an object");
    }

    @Test
    void keysAreCopiedToo() {
        List<Integer> key = new ArrayList<>(List.of(1));
        Map<List<Integer>, List<String>> lists = new LinkedHashMap<>();
        lists.put(key, new ArrayList<>(List.of("a")));
        Maps maps = maps().lists(lists).build();
        key.add(2);
        assertEquals(Map.of(List.of(1), List.of("a")), maps.lists());
        Maps.Builder nothing = maps().lists(new HashMap<>(Collections.singletonMap(null, List.of())));
        assertThrows(NullPointerException.class, nothing::build);
    }

    @Test
    void asParametersAndResults() {
        MappingHandler handler = request -> {
            Map<Float, Point> result = new LinkedHashMap<>();
            request.grid().value().forEach((point, text) -> result.put(Float.valueOf(text), point));
            return result;
        };
        LocalChannel channel = new LocalChannel(handler);
        Map<Float, Point> result =
                Mapping.stub(channel).invert(new Grid(Map.of(POINT, "0.5")), Map.of(List.of("a"), maps().build()));
        assertEquals(Map.of(0.5f, POINT), result);
    }
}
