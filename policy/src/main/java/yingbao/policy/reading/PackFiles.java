package yingbao.policy.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import yingbao.policy.pack.Location;

/**
 * The files of a pack, by relative path. A pack that extends another starts from the other's files and replaces or adds
 * its own.
 */
final class PackFiles {
    static final char NOT_UTF_8 = '\uFFFD';

    private static final int EXTENDS_MAX = 4;

    private static final String MANIFEST = "pack.yaml";

    private static final String SEPARATOR = "/";

    /** The files of each pack by relative path, those of the pack that is extended first. */
    private final List<Map<String, byte[]>> packs;

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    /** How labels are called where the pack is read in another language than it is written in. */
    private final UnaryOperator<String> wording;

    private PackFiles(List<Map<String, byte[]>> packs, UnaryOperator<String> wording) {
        this.packs = packs;
        this.wording = wording;
        packs.forEach(files::putAll);
    }

    private PackFiles(List<Map<String, byte[]>> packs) {
        this(packs, UnaryOperator.identity());
    }

    /** The same files with their labels in English. */
    PackFiles inEnglish() {
        return new PackFiles(packs, EnglishWords.read(this, new Faults())::english);
    }

    static PackFiles in(Path folder, Faults faults) {
        List<Map<String, byte[]>> packs = new ArrayList<>();
        collect(folder, packs, faults, 0);
        return new PackFiles(packs);
    }

    private static void collect(Path folder, List<Map<String, byte[]>> packs, Faults faults, int depth) {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            faults.add(new Location(folder.toString(), 1, 1), "pack.no-manifest", folder.toString());
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            Map<String, byte[]> own = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                own.put(relative(folder, file), Files.readAllBytes(file));
            }
            Optional<Yaml.Scalar> base = Entry.of(Yaml.read(MANIFEST, text(own, MANIFEST), new Faults()), new Faults())
                    .optionalScalar("extends");
            if (base.isPresent()) {
                if (depth == EXTENDS_MAX) {
                    faults.add(base.get().location(), "pack.extends-depth", Integer.toString(EXTENDS_MAX));
                    return;
                }
                collect(folder.resolve(base.get().value()).normalize(), packs, faults, depth + 1);
            }
            packs.add(own);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The files that {@link #archive} put together. */
    static PackFiles in(byte[] archive) {
        TreeMap<Integer, TreeMap<String, byte[]>> packs = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String[] place = entry.getName().split(SEPARATOR, 2);
                packs.computeIfAbsent(Integer.valueOf(place[0]), _ -> new TreeMap<>())
                        .put(place[1], zip.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PackFiles(List.copyOf(packs.values()));
    }

    /** All files in one, those of a pack that is extended beside those of the pack that extends it. */
    byte[] archive() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (int layer = 0; layer < packs.size(); layer++) {
                for (Map.Entry<String, byte[]> file : packs.get(layer).entrySet()) {
                    zip.putNextEntry(new ZipEntry(layer + SEPARATOR + file.getKey()));
                    zip.write(file.getValue());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return archive.toByteArray();
    }

    /**
     * The same with other texts in some of the files, each in the pack that it stands in; a new file is one of the pack that
     * extends the others.
     */
    PackFiles with(Map<String, String> texts) {
        List<Map<String, byte[]>> changed = new ArrayList<>();
        packs.forEach(pack -> changed.add(new TreeMap<>(pack)));
        texts.forEach((path, text) -> {
            int place = layer(path) == 0 ? changed.size() : layer(path);
            changed.get(place - 1).put(path, text.getBytes(StandardCharsets.UTF_8));
        });
        return new PackFiles(changed, wording);
    }

    /** Which pack a file is from: greater for one that extends than for the one that it extends. */
    int layer(String path) {
        for (int layer = packs.size(); layer > 0; layer--) {
            if (packs.get(layer - 1).containsKey(path)) {
                return layer;
            }
        }
        return 0;
    }

    Set<String> paths() {
        return files.keySet();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    String text(String path) {
        return text(files, path);
    }

    /** The text of a file; what is not UTF-8 in it becomes {@link #NOT_UTF_8}. */
    private static String text(Map<String, byte[]> files, String path) {
        byte[] file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("no such file in the pack: " + path);
        }
        return new String(file, StandardCharsets.UTF_8);
    }

    /** The YAML files of a folder, in the order of their names. */
    List<String> yamlIn(String folder) {
        List<String> names = new ArrayList<>();
        for (String path : files.keySet()) {
            if (path.startsWith(folder + "/") && path.endsWith(".yaml")) {
                names.add(path);
            }
        }
        return names;
    }

    /** The CSV files that lie directly in a folder, in the order of their names. */
    List<String> csvIn(String folder) {
        String start = folder + SEPARATOR;
        return files.keySet().stream()
                .filter(path -> path.startsWith(start) && path.endsWith(".csv"))
                .filter(path -> path.indexOf(SEPARATOR, start.length()) < 0)
                .toList();
    }

    Yaml yaml(String path, Faults faults) {
        Yaml read = Yaml.read(path, text(path), faults);
        return Labels.standIn(path) ? Labels.replaced(read, wording) : read;
    }

    /** Every label of every file that counts. */
    void labels(Consumer<Yaml.Scalar> label) {
        Labels.walk(manifest(new Faults()), label);
        for (String path : files.keySet()) {
            if (Labels.standIn(path) && !path.equals(MANIFEST)) {
                Labels.walk(yaml(path, new Faults()), label);
            }
        }
    }

    /** How many packs there are, those that are extended counted with. */
    int layers() {
        return packs.size();
    }

    /**
     * The manifest, completed by those of the packs it extends: what it does not say itself they say, and its sources and
     * other named entries come on top of theirs.
     */
    Yaml manifest(Faults faults) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        Location location = new Location(MANIFEST, 1, 1);
        for (Map<String, byte[]> pack : packs) {
            Yaml read = Yaml.read(MANIFEST, text(pack, MANIFEST), faults);
            if (read instanceof Yaml.Mapping mapping) {
                location = mapping.location();
                mapping.entries().forEach((key, value) -> entries.merge(key, value, PackFiles::completed));
                keys.putAll(mapping.keys());
            } else {
                faults.add(read.location(), "yaml.mapping-expected");
            }
        }
        return Labels.replaced(new Yaml.Mapping(location, entries, keys), wording);
    }

    private static Yaml completed(Yaml extended, Yaml own) {
        if (extended instanceof Yaml.Mapping below && own instanceof Yaml.Mapping above) {
            Map<String, Yaml> entries = new LinkedHashMap<>(below.entries());
            entries.putAll(above.entries());
            Map<String, Location> keys = new LinkedHashMap<>(below.keys());
            keys.putAll(above.keys());
            return new Yaml.Mapping(above.location(), entries, keys);
        }
        return own;
    }

    /** A hash over names and contents: two packs with the same version decide alike. */
    String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map<String, byte[]> pack : packs) {
                digest.update(pack.getOrDefault(MANIFEST, new byte[0]));
            }
            files.forEach((path, content) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
