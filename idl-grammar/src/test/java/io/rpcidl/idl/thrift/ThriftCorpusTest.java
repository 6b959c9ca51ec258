package io.rpcidl.idl.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.corpus.ThriftCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files of other people's systems are imported as they are. */
class ThriftCorpusTest {

    private static final Pattern COMMENT = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|(?s:/\\*.*?\\*/)|//.*");
    private static final Pattern THRIFT_COMMENT =
            Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|'[^'\n]*'|(?s:/\\*.*?\\*/)|//.*|#.*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    @Test
    void everyFileAloneBecomesContracts() {
        List<Path> files = ThriftCorpus.files();
        int contracts = 0;
        for (Path file : files) {
            contracts += check(List.of(file));
        }
        System.out.println("imported " + files.size() + " Thrift files alone into " + contracts + " contracts");
        assertFalse(files.isEmpty());
    }

    @Test
    void filesWithIncludesBecomeContractsTogether() {
        List<Path> files = ThriftCorpus.files().stream()
                .filter(each -> each.toString().contains("evernote"))
                .toList();
        int contracts = check(files);
        System.out.println("imported " + files.size() + " Thrift files together into " + contracts + " contracts");
        assertEquals(files.size(), contracts);
    }

    @Test
    void noWordOfACommentIsLost() throws IOException {
        int words = 0;
        for (Path file : ThriftCorpus.files()) {
            Map<String, Integer> before = words(THRIFT_COMMENT.matcher(Files.readString(file)));
            Map<String, Integer> after = new TreeMap<>();
            String name = file.getFileName().toString().replace(".thrift", ".rpcidl");
            for (ImportedContract each :
                    ThriftImporter.importFiles(List.of(file), List.of()).contracts()) {
                after.putAll(each.path().endsWith("/" + name) ? words(COMMENT.matcher(each.text())) : Map.of());
            }
            before.forEach((word, count) -> assertTrue(
                    after.getOrDefault(word, 0) >= count, () -> file + " loses '" + word + "' of its comments"));
            words += before.values().stream().mapToInt(Integer::intValue).sum();
        }
        System.out.println("found all " + words + " words of comments of Thrift files in their contracts");
    }

    private static int check(List<Path> files) {
        ThriftImport result = ThriftImporter.importFiles(files, List.of());
        assertEquals(
                List.of(), result.diagnostics().stream().map(Object::toString).toList());
        ImportChecks.contracts(result);
        assertTrue(result.contracts().size() >= files.size());
        return result.contracts().size();
    }

    /** Counts the words of comments; what is in quotes is none. */
    private static Map<String, Integer> words(Matcher comments) {
        Map<String, Integer> words = new TreeMap<>();
        while (comments.find()) {
            String text = comments.group();
            Matcher word = WORD.matcher(text.startsWith("\"") || text.startsWith("'") ? "" : text);
            while (word.find()) {
                words.merge(word.group(), 1, Integer::sum);
            }
        }
        return words;
    }
}
