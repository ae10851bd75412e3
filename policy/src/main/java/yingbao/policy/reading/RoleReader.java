package yingbao.policy.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yingbao.policy.pack.Role;
import yingbao.policy.pack.Workflow;
import yingbao.policy.value.AreaLevel;

/** Reads {@code roles.yaml}. */
final class RoleReader {
    private final PackFiles files;
    private final Faults faults;
    private final Set<String> actors = new HashSet<>();

    RoleReader(PackFiles files, Map<String, Workflow> workflows, Faults faults) {
        this.files = files;
        this.faults = faults;
        workflows.values().forEach(workflow -> actors.addAll(workflow.actors().keySet()));
    }

    Map<String, Role> read() {
        Map<String, Role> roles = new LinkedHashMap<>();
        if (files.has("roles.yaml")) {
            Entry.read(
                    files.yaml("roles.yaml", faults),
                    faults,
                    file -> file.entries("roles")
                            .forEach((id, body) -> Entry.read(body, faults, entry -> roles.put(id, role(id, entry)))));
        }
        return roles;
    }

    private Role role(String id, Entry entry) {
        return new Role(
                id,
                entry.text("title"),
                entry.choice("level", AreaLevel.class),
                distinct(entry.scalars("rights")),
                played(entry.scalars("actors")),
                offices(entry),
                entry.location());
    }

    private static Map<String, String> offices(Entry entry) {
        Map<String, String> offices = new LinkedHashMap<>();
        entry.entry("office")
                .ifPresent(office ->
                        entry.entries("office").keySet().forEach(ending -> offices.put(ending, office.text(ending))));
        return offices;
    }

    private List<String> played(List<Yaml.Scalar> names) {
        for (Yaml.Scalar name : names) {
            if (!actors.contains(name.value())) {
                faults.add(name.location(), "workflow.unknown-actor", name.value());
            }
        }
        return distinct(names);
    }

    private List<String> distinct(List<Yaml.Scalar> names) {
        Set<String> seen = new HashSet<>();
        for (Yaml.Scalar name : names) {
            if (!seen.add(name.value())) {
                faults.add(name.location(), "pack.twice", name.value());
            }
        }
        return names.stream().map(Yaml.Scalar::value).toList();
    }
}
