package yingbao.policy.register;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds ids that stand in more than one row of a table too large for memory. What was seen is kept on disk as 128 bits of a
 * digest and the row, in parts that fit into memory one after the other: the same id falls into the same part.
 */
final class Twice implements AutoCloseable {
    private static final int PARTS = 256;
    private static final int BYTES = 3 * Long.BYTES;

    private final Scratch scratch;
    private final List<Path> files = new ArrayList<>();
    private final Map<Integer, DataOutputStream> parts = new HashMap<>();
    private final MessageDigest digest;
    /** Of rows with an id that was seen before, the first row with it. */
    private final Map<Long, Long> earlier = new HashMap<>();

    private final Set<Long> involved = new HashSet<>();

    private record Id(long upper, long lower) {}

    Twice(Scratch scratch) {
        this.scratch = scratch;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The place of a part, whose file is made when something first falls into it. */
    private DataOutputStream part(int number) throws IOException {
        DataOutputStream open = parts.get(number);
        if (open != null) {
            return open;
        }
        Path file = scratch.file();
        files.add(file);
        DataOutputStream made = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        parts.put(number, made);
        return made;
    }

    /** Notes an id of a row; rows come in their order. */
    void saw(String id, long row) throws IOException {
        if (id.isEmpty()) {
            return;
        }
        ByteBuffer bits = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        long upper = bits.getLong();
        DataOutputStream part = part((int) (upper & PARTS - 1));
        part.writeLong(upper);
        part.writeLong(bits.getLong());
        part.writeLong(row);
    }

    /** Finds out what was seen twice, once everything has been seen. */
    void settle() throws IOException {
        close();
        for (Path file : files) {
            settle(file);
        }
    }

    private void settle(Path part) throws IOException {
        Map<Id, Long> first = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(part)))) {
            for (long left = Files.size(part) / BYTES; left > 0; left--) {
                Id id = new Id(in.readLong(), in.readLong());
                long row = in.readLong();
                Long before = first.putIfAbsent(id, row);
                if (before != null) {
                    earlier.put(row, before);
                    involved.add(before);
                    involved.add(row);
                }
            }
        }
        Files.delete(part);
    }

    /** The first row with the id of a row, where it is another. */
    OptionalLong earlier(long row) {
        Long before = earlier.get(row);
        return before == null ? OptionalLong.empty() : OptionalLong.of(before);
    }

    /** Whether the id of a row stands in another row too. */
    boolean involves(long row) {
        return involved.contains(row);
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream part : parts.values()) {
            part.close();
        }
        parts.clear();
    }
}
