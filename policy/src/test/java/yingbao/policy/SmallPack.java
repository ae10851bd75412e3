package yingbao.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;
import yingbao.policy.reading.PackReader.Reading;

/** The made-up pack under {@code src/test/resources/small-pack}, as it is and with texts changed. */
public final class SmallPack {

    /**
     * A change to one file of the pack.
     *
     * @param from a text that stands in the file exactly once; empty stands for the whole file
     */
    public record Edit(String file, String from, String to) {
        String apply(String source) {
            if (from.isEmpty()) {
                return to;
            }
            int at = source.indexOf(from);
            if (at < 0 || source.indexOf(from, at + 1) >= 0) {
                throw new IllegalArgumentException("not exactly once in " + file + ": " + from);
            }
            return source.substring(0, at) + to + source.substring(at + from.length());
        }
    }

    private SmallPack() {}

    /** The folder of the pack as it is. */
    public static Path folder() {
        try {
            return Path.of(SmallPack.class.getResource("/small-pack").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The pack as it is. */
    public static Pack whole() {
        return read(folder());
    }

    /** The pack with changes. */
    public static Pack with(Path scratch, Edit... edits) {
        return read(copy(scratch, edits));
    }

    /** Copies the pack into a new folder inside {@code scratch}, with changes. */
    public static Path copy(Path scratch, Edit... edits) {
        try {
            Path copy = Files.createTempDirectory(scratch, "pack");
            try (Stream<Path> walk = Files.walk(folder())) {
                for (Path file : walk.toList()) {
                    Path target = copy.resolve(folder().relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                }
            }
            for (Edit edit : edits) {
                Path file = copy.resolve(edit.file());
                Files.createDirectories(file.getParent());
                Files.writeString(file, edit.apply(Files.exists(file) ? text(file) : ""));
            }
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The text of a file. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads a pack that must be without faults. */
    public static Pack read(Path folder) {
        return switch (PackReader.read(folder)) {
            case Reading.Accepted accepted -> accepted.pack();
            case Reading.Refused refused -> throw new AssertionError("faults: " + refused.faults());
        };
    }

    /** The faults of a pack; none when it is in order. */
    public static List<Fault> faults(Path folder) {
        return switch (PackReader.read(folder)) {
            case Reading.Accepted _ -> List.of();
            case Reading.Refused refused -> refused.faults();
        };
    }
}
