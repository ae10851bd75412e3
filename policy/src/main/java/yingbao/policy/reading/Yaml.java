package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import yingbao.policy.pack.Location;

/**
 * A YAML document as a tree in which every node knows its place. Scalars stay the text that was written: a code 01 is
 * not the number one, and a date is not a timestamp.
 */
sealed interface Yaml {

    Location location();

    /** A text, with the source it was written in, to find the place of a character inside it. */
    record Scalar(Location location, String value, Places position) implements Yaml {

        /** The place of the character at {@code offset} of the value. */
        Location locate(int offset) {
            return position.of(this, offset);
        }
    }

    record Sequence(Location location, List<Yaml> items) implements Yaml {}

    record Mapping(Location location, Map<String, Yaml> entries, Map<String, Location> keys) implements Yaml {}

    /** Reads one document; a file that is no YAML yields an empty mapping and a fault. */
    static Yaml read(String file, String source, Faults faults) {
        Location start = new Location(file, 1, 1);
        Position position = new Position(file, source);
        if (source.indexOf(PackFiles.NOT_UTF_8) >= 0) {
            faults.add(position.locationOf(source.indexOf(PackFiles.NOT_UTF_8)), "pack.encoding");
            return new Mapping(start, Map.of(), Map.of());
        }
        try {
            Optional<Node> root = new Compose(LoadSettings.builder()
                            .setLabel(file)
                            .setUseMarks(true)
                            .setAllowNonScalarKeys(true)
                            .build())
                    .composeString(source);
            if (root.isPresent()) {
                return convert(root.get(), position, faults);
            }
            faults.add(start, "yaml.empty");
        } catch (MarkedYamlEngineException malformed) {
            Location location = malformed
                    .getProblemMark()
                    .map(mark -> new Location(file, mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(start);
            faults.add(location, "yaml.malformed", String.valueOf(malformed.getProblem()));
        } catch (YamlEngineException malformed) {
            faults.add(start, "yaml.malformed", String.valueOf(malformed.getMessage()));
        }
        return new Mapping(start, Map.of(), Map.of());
    }

    private static Yaml convert(Node node, Position position, Faults faults) {
        Mark mark = node.getStartMark().orElseThrow();
        Location location = new Location(position.file(), mark.getLine() + 1, mark.getColumn() + 1);
        if (node.isRecursive()) {
            faults.add(location, "yaml.malformed", "&…*");
            return new Mapping(location, Map.of(), Map.of());
        }
        if (mark.getPointer() < mark.getBuffer().length && mark.getBuffer()[mark.getPointer()] == '!') {
            // YAML would take a rule's "not" for a tag, and drop it.
            faults.add(location, "yaml.tag");
        }
        return switch (node) {
            case ScalarNode scalar -> new Scalar(location, scalar.getValue(), position);
            case SequenceNode sequence -> {
                List<Yaml> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(convert(item, position, faults));
                }
                yield new Sequence(location, items);
            }
            case MappingNode mapping -> mapping(mapping, location, position, faults);
            default -> throw new IllegalStateException("unexpected node " + node.getNodeType());
        };
    }

    private static Mapping mapping(MappingNode node, Location location, Position position, Faults faults) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Yaml written = convert(tuple.getKeyNode(), position, faults);
            if (written instanceof Scalar key) {
                keys.put(key.value(), key.location());
                if (entries.put(key.value(), convert(tuple.getValueNode(), position, faults)) != null) {
                    faults.add(key.location(), "yaml.duplicate-key", key.value());
                }
            } else {
                faults.add(written.location(), "yaml.key");
            }
        }
        return new Mapping(location, entries, keys);
    }

    /** Finds the place of a character of a scalar. */
    @FunctionalInterface
    interface Places {
        Location of(Scalar scalar, int offset);

        /** For a text that no file holds: everything in it is where it came from. */
        Places ITS_START = (scalar, _) -> scalar.location();
    }

    /** The source of a file, for finding characters of folded and quoted scalars in it. */
    record Position(String file, String source) implements Places {

        /**
         * Walks value and source together. Folding only adds and removes blanks, so the n-th other character of the one
         * is the n-th other character of the other; an escape in quotes counts as the one character that it writes.
         */
        @Override
        public Location of(Scalar scalar, int offset) {
            int at = indexOf(scalar.location());
            char style = at < source.length() ? source.charAt(at) : ' ';
            switch (style) {
                case '|', '>' -> at = source.indexOf('\n', at) + 1;
                case '"', '\'' -> at++;
                default -> {}
            }
            int wanted = visible(
                    scalar.value().substring(0, Math.min(offset, scalar.value().length())));
            boolean moreFollows = wanted < visible(scalar.value());
            while (at < source.length()) {
                int size = sizeAt(at, style);
                boolean blank = isBlank(source.substring(at, Math.min(at + size, source.length())));
                if (wanted == 0 && !(blank && moreFollows)) {
                    break;
                }
                wanted -= blank ? 0 : 1;
                at += size;
            }
            return locationOf(Math.min(at, source.length()));
        }

        private static int visible(String value) {
            return (int) value.chars()
                    .filter(character -> !Character.isWhitespace(character))
                    .count();
        }

        /** How many characters of the source write the one that begins here. */
        private int sizeAt(int at, char style) {
            if (style == '\'' && source.startsWith("''", at)) {
                return 2;
            }
            if (style != '"' || source.charAt(at) != '\\' || at + 1 == source.length()) {
                return 1;
            }
            return switch (source.charAt(at + 1)) {
                case 'x' -> 4;
                case 'u' -> 6;
                case 'U' -> 10;
                default -> 2;
            };
        }

        private static boolean isBlank(String written) {
            return written.isBlank() || (written.length() == 2 && written.matches("\\\\[ntvfr\\s]"));
        }

        private int indexOf(Location location) {
            int index = 0;
            for (int line = 1; line < location.line(); line++) {
                index = source.indexOf('\n', index) + 1;
            }
            return index + location.column() - 1;
        }

        private Location locationOf(int index) {
            int line = 1;
            int lineStart = 0;
            for (int position = source.indexOf('\n');
                    position >= 0 && position < index;
                    position = source.indexOf('\n', position + 1)) {
                line++;
                lineStart = position + 1;
            }
            return new Location(file, line, index - lineStart + 1);
        }

        @Override
        public String toString() {
            return file;
        }
    }
}
