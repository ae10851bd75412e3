package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader.Reading;

/** A pack kept as one archive. */
class ArchiveTest {
    @TempDir
    private Path scratch;

    private static Pack read(byte[] archive) {
        if (PackReader.read(archive) instanceof Reading.Accepted(Pack pack)) {
            return pack;
        }
        throw new AssertionError("the archive has faults");
    }

    @Test
    void readsAsTheSameVersionAsItsFolder() {
        Pack pack = read(PackReader.archive(SmallPack.folder()));

        assertThat(pack.version()).isEqualTo(SmallPack.whole().version());
        assertThat(pack.examples()).hasSameSizeAs(SmallPack.whole().examples());
    }

    @Test
    void holdsThePackThatItExtends() throws IOException {
        Path base = SmallPack.copy(scratch);
        Path extending = Files.createTempDirectory(scratch, "extending");
        Files.writeString(extending.resolve("pack.yaml"), "pack: over\nextends: " + base + "\ntitle: 在上的包\n");
        byte[] archive = PackReader.archive(extending);
        Files.writeString(base.resolve("pack.yaml"), "gone");

        Pack pack = read(archive);

        assertThat(pack.id()).isEqualTo("over");
        assertThat(pack.programmes()).hasSameSizeAs(SmallPack.whole().programmes());
    }

    @Test
    void doesNotFollowLaterChangesOfTheFolder() {
        Path folder = SmallPack.copy(scratch);
        byte[] archive = PackReader.archive(folder);
        Pack changed = SmallPack.with(scratch, new Edit("pack.yaml", "示例省政策包", "改过的政策包"));

        assertThat(read(archive).title()).isEqualTo("示例省政策包");
        assertThat(read(archive).version()).isNotEqualTo(changed.version());
    }
}
