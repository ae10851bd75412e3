package yingbao.bench;

import java.nio.file.Path;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;

/** The packs that come with the program. */
final class ShippedPack {
    private ShippedPack() {}

    static Pack read(String name) {
        Path folder = Path.of(System.getProperty("yingbao.home", ".")).resolve("packs");
        return switch (PackReader.read(folder.resolve(name))) {
            case PackReader.Reading.Accepted(Pack pack) -> pack;
            case PackReader.Reading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
