package yingbao.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a synthetic province is drawn from: the figures of {@code synthetic-province.csv}, each with its source. */
final class Assumptions {
    static final String RESOURCE = "synthetic-province.csv";

    private final Map<String, Map<String, String>> figures = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> numbers = new LinkedHashMap<>();

    Assumptions() {
        try (InputStream in = Objects.requireNonNull(Assumptions.class.getResourceAsStream(RESOURCE));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> add(row.getField("what"), row.getField("key"), row.getField("value")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String what, String key, String value) {
        figures.computeIfAbsent(what, _ -> new LinkedHashMap<>()).put(key, value);
        if (value.chars().allMatch(Character::isDigit)) {
            numbers.computeIfAbsent(what, _ -> new LinkedHashMap<>()).put(key, Long.valueOf(value));
        }
    }

    /** The whole numbers of a kind, by key, in their order. */
    Map<String, Long> of(String what) {
        return numbers.getOrDefault(what, Map.of());
    }

    long number(String what, String key) {
        return Optional.ofNullable(of(what).get(key))
                .orElseThrow(() -> new IllegalArgumentException("no such assumption: " + what + " " + key));
    }

    String text(String what, String key) {
        return Optional.ofNullable(figures.getOrDefault(what, Map.of()).get(key))
                .orElseThrow(() -> new IllegalArgumentException("no such assumption: " + what + " " + key));
    }

    /** The day that the facts speak of. */
    LocalDate day() {
        return LocalDate.parse(text("day", ""));
    }
}
