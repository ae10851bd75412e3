package yingbao.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The one platform that works in a data folder holds this; the operating system frees it when the process dies. */
final class FolderLock implements AutoCloseable {
    /**
     * The folders locked by this process. The operating system's lock keeps out other processes only, and would be lost
     * as soon as anyone in this one closed the file a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws DatabaseProblem naming the process that holds the folder */
    static FolderLock take(DataFolder folder) {
        Path file = folder.lock();
        long me = ProcessHandle.current().pid();
        if (!HELD.add(file)) {
            throw new DatabaseProblem("database.folder-locked", folder.path(), me);
        }
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                String holder = read(channel);
                channel.close();
                throw new DatabaseProblem("database.folder-locked", folder.path(), holder.isEmpty() ? "?" : holder);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((me + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            return new FolderLock(file, channel);
        } catch (IOException failed) {
            HELD.remove(file);
            throw new DatabaseProblem("database.folder-unwritable", file, DatabaseProblem.reason(failed))
                    .because(failed);
        } catch (DatabaseProblem locked) {
            HELD.remove(file);
            throw locked;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            HELD.remove(file);
        }
    }
}
