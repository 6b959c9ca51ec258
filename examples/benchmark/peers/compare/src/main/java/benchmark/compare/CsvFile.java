package benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file of figures, a line at a time, so that what was measured is there also where the run ends early. */
abstract class CsvFile implements AutoCloseable {

    private final PrintWriter out;

    CsvFile(Path file, String columns) throws IOException {
        out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        out.println(columns);
    }

    final void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    @Override
    public void close() {
        out.close();
    }
}
