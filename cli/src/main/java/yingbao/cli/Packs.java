package yingbao.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;

/** Finds and reads packs for commands. */
final class Packs {
    private Packs() {}

    /** Where the installation lies; the launcher tells. */
    static Path home() {
        return Path.of(System.getProperty("yingbao.home", "."));
    }

    /** A pack's folder by path, or by name among those that come with the installation. */
    static Path folder(String given) {
        Path path = Path.of(given);
        Path shipped = home().resolve("packs").resolve(given);
        return Files.isDirectory(path) || !Files.isDirectory(shipped) ? path : shipped;
    }

    /** The pack; one with faults is refused with all of them. */
    static Pack read(String given, Console console) {
        return switch (PackReader.read(folder(given))) {
            case PackReader.Reading.Accepted(Pack pack) -> {
                if (pack.demo()) {
                    console.complain(console.text("pack.demo-notice", pack.title()));
                }
                yield pack;
            }
            case PackReader.Reading.Refused refused -> {
                for (Fault fault : refused.faults()) {
                    console.complain(console.fault(fault));
                }
                throw new Refusal(console.text(
                        "pack.refused", folder(given), refused.faults().size()));
            }
        };
    }
}
