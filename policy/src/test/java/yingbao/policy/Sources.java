package yingbao.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that is being built. */
final class Sources {
    private Sources() {}

    static Path home() {
        return Path.of(System.getProperty("yingbao.home", ".."));
    }

    /** The root of a module's main Java sources. */
    static Path main(String module) {
        return home().resolve(module).resolve("src/main/java");
    }

    /** The Java files below a folder; none where it does not exist. */
    static List<Path> java(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
