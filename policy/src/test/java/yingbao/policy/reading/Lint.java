package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Location;

/**
 * Reads the small pack with a text changed. In the new text the mark ‸ stands where the fault must be found, and is
 * taken out before reading.
 */
final class Lint {
    private static final char HERE = '‸';

    private final Path scratch;
    private final List<Edit> edits = new ArrayList<>();

    private Lint(Path scratch) {
        this.scratch = scratch;
    }

    static Lint in(Path scratch) {
        return new Lint(scratch);
    }

    /** A change to one file; {@code from} stands in it exactly once, empty for the whole file. */
    Lint edit(String file, String from, String to) {
        edits.add(new Edit(file, from, to));
        return this;
    }

    /** The only fault, at the mark; its arguments too where they are given. */
    void finds(String code, String... arguments) {
        List<Fault> faults = SmallPack.faults(pack());
        assertThat(faults)
                .extracting(fault -> fault.location() + " " + fault.code())
                .containsExactlyElementsOf(
                        places().stream().map(place -> place + " " + code).toList());
        if (arguments.length > 0) {
            assertThat(faults.getFirst().arguments()).containsExactly(arguments);
        }
    }

    /** A fault at the mark, beside others that follow from it. */
    void findsAmongOthers(String code) {
        assertThat(SmallPack.faults(pack()))
                .extracting(fault -> fault.location() + " " + fault.code())
                .containsAll(places().stream().map(place -> place + " " + code).toList());
    }

    /** Exactly these faults, each at its mark, in the order of the marks' files and lines. */
    void findsAll(String... codes) {
        List<String> expected = new ArrayList<>();
        List<Location> places = places();
        for (int index = 0; index < codes.length; index++) {
            expected.add(places.get(index) + " " + codes[index]);
        }
        assertThat(SmallPack.faults(pack()))
                .extracting(fault -> fault.location() + " " + fault.code())
                .containsExactlyElementsOf(expected);
    }

    void findsNothing() {
        assertThat(SmallPack.faults(pack())).isEmpty();
    }

    private Path pack() {
        return SmallPack.copy(
                scratch,
                edits.stream()
                        .map(edit ->
                                new Edit(edit.file(), edit.from(), edit.to().replace(String.valueOf(HERE), "")))
                        .toArray(Edit[]::new));
    }

    /** Where the marks come to stand when all changes are made, in the order of files and lines. */
    private List<Location> places() {
        Path marked = SmallPack.copy(scratch, edits.toArray(Edit[]::new));
        List<Location> places = new ArrayList<>();
        for (String file : edits.stream().map(Edit::file).distinct().toList()) {
            int lineNumber = 0;
            for (String line : SmallPack.text(marked.resolve(file)).lines().toList()) {
                lineNumber++;
                int marksBefore = 0;
                for (int at = line.indexOf(HERE); at >= 0; at = line.indexOf(HERE, at + 1)) {
                    places.add(new Location(file, lineNumber, at + 1 - marksBefore));
                    marksBefore++;
                }
            }
        }
        assertThat(places).as("marks in the changed texts").isNotEmpty();
        return places.stream().sorted().toList();
    }
}
