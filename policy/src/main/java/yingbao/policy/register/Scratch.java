package yingbao.policy.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder for what does not fit into memory, readable by its owner only; gone when it is closed or the program ends. */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    /** Makes one inside another folder. */
    Scratch(Path parent) throws IOException {
        this.folder = Files.createTempDirectory(parent, ".yingbao-");
        folder.toFile().deleteOnExit();
    }

    /** The name of a new file; both tables may be sorted at once. */
    synchronized Path file() {
        Path file = folder.resolve(Integer.toString(files.size()));
        // Whoever interrupts the program leaves nothing of anybody behind.
        file.toFile().deleteOnExit();
        files.add(file);
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }
}
