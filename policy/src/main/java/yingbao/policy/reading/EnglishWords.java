package yingbao.policy.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import yingbao.policy.pack.Location;

/** The files of a pack that say what each of its Chinese labels is called in English. */
final class EnglishWords {
    private static final String FOLDER = "words/en";
    private static final Pattern VALUE = Pattern.compile("\\{[^}]*}");

    private final PackFiles files;
    private final Map<String, Wording> wordings = new LinkedHashMap<>();

    private record Wording(String english, Location at, int layer) {}

    private EnglishWords(PackFiles files) {
        this.files = files;
    }

    /** Reads them; a pack that extends another may call a label otherwise. */
    static EnglishWords read(PackFiles files, Faults faults) {
        EnglishWords words = new EnglishWords(files);
        for (String path : files.yamlIn(FOLDER)) {
            Yaml file = files.yaml(path, faults);
            if (file instanceof Yaml.Mapping mapping) {
                mapping.entries().forEach((label, english) -> words.add(mapping, label, english, faults));
            } else {
                faults.add(file.location(), "yaml.mapping-expected");
            }
        }
        return words;
    }

    private void add(Yaml.Mapping file, String label, Yaml english, Faults faults) {
        Location at = file.keys().getOrDefault(label, english.location());
        if (!(english instanceof Yaml.Scalar scalar) || scalar.value().isBlank()) {
            faults.add(english.location(), "yaml.text-expected", label);
            return;
        }
        if (!values(label).equals(values(scalar.value()))) {
            faults.add(scalar.location(), "words.values", label);
        }
        int layer = files.layer(at.file());
        Wording former = wordings.get(label);
        if (former != null && former.layer() == layer) {
            faults.add(at, "pack.twice", label);
        } else if (former == null || former.layer() < layer) {
            wordings.put(label, new Wording(scalar.value(), at, layer));
        }
    }

    /** The values that a text has put in; in another language they may stand in another order. */
    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    Map<String, String> english() {
        return wordings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().english()));
    }

    /** A label in English, or as it stands where nobody said. */
    String english(String label) {
        Wording wording = wordings.get(label);
        return wording == null ? label : wording.english();
    }

    /**
     * What a pack with English words leaves open: labels without any, each where it stands first, and words of the pack's
     * own files for what is no label any more. A pack without such files speaks Chinese, and nothing is missing.
     */
    void check(Faults faults) {
        if (wordings.isEmpty()) {
            return;
        }
        Map<String, Location> missing = new TreeMap<>();
        Set<String> used = new HashSet<>();
        files.labels(label -> {
            used.add(label.value());
            if (!wordings.containsKey(label.value())) {
                missing.putIfAbsent(label.value(), label.location());
            }
        });
        missing.forEach((label, at) -> faults.add(at, "words.missing", label));
        wordings.forEach((label, wording) -> {
            if (!used.contains(label) && wording.layer() == files.layers()) {
                faults.add(wording.at(), "words.unused", label);
            }
        });
    }
}
