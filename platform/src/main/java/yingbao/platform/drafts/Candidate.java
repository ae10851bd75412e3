package yingbao.platform.drafts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;
import yingbao.policy.reading.PackReader.Reading;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.value.Language;

/**
 * The rules as they would be with a draft.
 *
 * @param base the files that it changes
 * @param texts all files with it
 * @param reading what became of reading them
 */
record Candidate(PackTexts base, PackTexts texts, Reading reading) {

    static Candidate of(byte[] base, Map<String, String> files, Language language) {
        PackTexts before = PackTexts.of(base);
        PackTexts after = before.with(files);
        return new Candidate(before, after, PackReader.read(after.archive(), language));
    }

    /** The pack that they make; empty while anything is wrong. */
    Optional<Pack> pack() {
        return switch (reading) {
            case Reading.Accepted(Pack pack) -> Optional.of(pack);
            case Reading.Refused _ -> Optional.empty();
        };
    }

    List<Fault> faults() {
        return switch (reading) {
            case Reading.Accepted _ -> List.of();
            case Reading.Refused refused -> refused.faults();
        };
    }
}
