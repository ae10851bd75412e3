package yingbao.policy.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import yingbao.policy.pack.Location;

/**
 * The files of a pack, by relative path. A pack that extends another starts from the other's files and replaces or adds
 * its own.
 */
final class PackFiles {
    static final char NOT_UTF_8 = '\uFFFD';

    private static final int EXTENDS_MAX = 4;

    private static final String MANIFEST = "pack.yaml";

    private final TreeMap<String, Path> paths = new TreeMap<>();
    private final Map<String, Integer> layers = new HashMap<>();
    private final List<Path> manifests = new ArrayList<>();

    private PackFiles() {}

    static PackFiles in(Path folder, Faults faults) {
        PackFiles files = new PackFiles();
        files.collect(folder, faults, 0);
        return files;
    }

    private void collect(Path folder, Faults faults, int depth) {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            faults.add(new Location(folder.toString(), 1, 1), "pack.no-manifest", folder.toString());
            return;
        }
        Optional<Yaml.Scalar> base = Entry.of(Yaml.read(MANIFEST, text(manifest), new Faults()), new Faults())
                .optionalScalar("extends");
        if (base.isPresent()) {
            if (depth == EXTENDS_MAX) {
                faults.add(base.get().location(), "pack.extends-depth", Integer.toString(EXTENDS_MAX));
                return;
            }
            collect(folder.resolve(base.get().value()).normalize(), faults, depth + 1);
        }
        manifests.add(manifest);
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile).forEach(file -> {
                paths.put(relative(folder, file), file);
                layers.put(relative(folder, file), manifests.size());
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Which pack a file is from: greater for one that extends than for the one that it extends. */
    int layer(String path) {
        return layers.getOrDefault(path, 0);
    }

    boolean has(String path) {
        return paths.containsKey(path);
    }

    String text(String path) {
        Path file = paths.get(path);
        if (file == null) {
            throw new IllegalArgumentException("no such file in the pack: " + path);
        }
        return text(file);
    }

    /** The text of a file; what is not UTF-8 in it becomes {@link #NOT_UTF_8}. */
    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The YAML files of a folder, in the order of their names. */
    List<String> yamlIn(String folder) {
        List<String> names = new ArrayList<>();
        for (String path : paths.keySet()) {
            if (path.startsWith(folder + "/") && path.endsWith(".yaml")) {
                names.add(path);
            }
        }
        return names;
    }

    Yaml yaml(String path, Faults faults) {
        return Yaml.read(path, text(path), faults);
    }

    /**
     * The manifest, completed by those of the packs it extends: what it does not say itself they say, and its sources and
     * other named entries come on top of theirs.
     */
    Yaml manifest(Faults faults) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        Location location = new Location(MANIFEST, 1, 1);
        for (Path manifest : manifests) {
            Yaml read = Yaml.read(MANIFEST, text(manifest), faults);
            if (read instanceof Yaml.Mapping mapping) {
                location = mapping.location();
                mapping.entries().forEach((key, value) -> entries.merge(key, value, PackFiles::completed));
                keys.putAll(mapping.keys());
            } else {
                faults.add(read.location(), "yaml.mapping-expected");
            }
        }
        return new Yaml.Mapping(location, entries, keys);
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
            for (Path manifest : manifests) {
                digest.update(Files.readAllBytes(manifest));
            }
            for (Map.Entry<String, Path> file : paths.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file.getValue()));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
