package yingbao.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yingbao.policy.expr.Facts;
import yingbao.policy.pack.Pack;

/** Reads a register in memory and as a stream, and fails where they differ in anything but the order of faults. */
final class BothReaders {
    /** So few bytes that rows to be sorted are merged from many stretches. */
    private static final int FEW_BYTES = 700;

    private BothReaders() {}

    static Intake read(Table households, Table persons, Pack pack, LocalDate on, List<RowFault> faults)
            throws IOException {
        Intake intake = RegisterReader.read(households, persons, pack, on, faults::add, _ -> {});
        List<RowFault> streamedFaults = new ArrayList<>();
        List<RegisteredHousehold> streamed = new ArrayList<>();
        Path folder = Files.createTempDirectory("stream");
        Optional<RegisterStream.Counted> counted = RegisterStream.read(
                households, persons, pack, on, folder, streamedFaults::add, _ -> {}, streamed::add, FEW_BYTES);
        Files.delete(folder);
        assertThat(streamedFaults).containsExactlyInAnyOrderElementsOf(faults);
        switch (intake) {
            case Intake.Refused _ -> assertThat(counted).isEmpty();
            case Intake.Taken taken -> {
                assertThat(streamed.stream().map(household -> described(household, pack)))
                        .containsExactlyElementsOf(taken.register().households().stream()
                                .map(household -> described(household, pack))
                                .toList());
                assertThat(counted)
                        .hasValue(new RegisterStream.Counted(
                                taken.register().households().size(),
                                taken.register().persons(),
                                taken.householdRows(),
                                taken.personRows()));
            }
        }
        return intake;
    }

    private static String described(RegisteredHousehold household, Pack pack) {
        return Stream.concat(
                        Stream.of(
                                household.area(),
                                household.origin(),
                                household.memberOrigins(),
                                described(
                                        household.facts(),
                                        pack.catalogue().household().size())),
                        household.members().stream()
                                .map(member -> described(
                                        member, pack.catalogue().person().size())))
                .toList()
                .toString();
    }

    private static String described(Facts facts, int slots) {
        return facts.id() + IntStream.range(0, slots).mapToObj(facts::given).toList();
    }
}
