package yingbao.policy.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yingbao.policy.batch.BatchEngine;
import yingbao.policy.pack.Example;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.Mark;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.pack.Workflow;
import yingbao.policy.pack.Workflow.Effect;

/** Checks what only the whole pack can show: programmes against workflows, parameters, examples and one another. */
final class PackLint {
    private final Pack pack;
    private final List<String> offices;
    private final Faults faults;

    PackLint(Pack pack, List<String> offices, Faults faults) {
        this.pack = pack;
        this.offices = offices;
        this.faults = faults;
    }

    void check() {
        for (Programme programme : pack.programmes()) {
            checkReferences(programme);
        }
        checkVersions();
        checkConflicts();
        checkExamples();
        checkGroups();
        checkRoles();
        checkOpenParameters();
        checkCompiled();
    }

    /** Whole populations are decided by compiled rules; what has no compiled form would be found out only there. */
    private void checkCompiled() {
        // Expressions that were not accepted are stood in for by others.
        if (faults.isEmpty()) {
            BatchEngine.refusals(pack).forEach(fault -> faults.add(fault.location(), fault.code(), fault.arguments()));
        }
    }

    private void checkReferences(Programme programme) {
        Location at = programme.location();
        Workflow workflow = pack.workflows().get(programme.workflow());
        if (workflow == null) {
            faults.add(at, "programme.unknown-workflow", programme.workflow());
        } else {
            checkSteps(programme, workflow);
        }
        for (String fund : programme.funds()) {
            if (!pack.funds().containsKey(fund)) {
                faults.add(at, "programme.unknown-fund", fund);
            }
        }
        new FundShareLint(pack, faults).check(programme);
        if (!offices.contains(programme.lead())) {
            faults.add(at, "programme.unknown-office", programme.lead());
        }
    }

    /** Steps by which nobody would ever get the programme, or whose review dates nobody would follow. */
    private void checkSteps(Programme programme, Workflow workflow) {
        boolean granted = workflow.states().values().stream()
                .flatMap(state -> state.actions().stream())
                .anyMatch(action -> action.decides().equals(Optional.of(Effect.GRANT)));
        if (!granted) {
            faults.add(programme.location(), "programme.never-granted", programme.id(), workflow.id());
        }
        boolean reviewed = workflow.states().values().stream()
                .anyMatch(state -> state.onReview().isPresent());
        if (programme.review().isPresent() && !reviewed) {
            faults.add(programme.location(), "programme.never-reviewed", programme.id(), workflow.id());
        }
    }

    /** A step whose actor is nobody's would wait for ever. */
    private void checkRoles() {
        Set<String> played = pack.roles().values().stream()
                .flatMap(role -> role.actors().stream())
                .collect(Collectors.toSet());
        for (Workflow workflow : pack.workflows().values()) {
            for (String actor : workflow.actors().keySet()) {
                if (!played.contains(actor)) {
                    faults.add(workflow.location(), "workflow.unplayed-actor", actor);
                }
            }
        }
    }

    /** Two versions of one programme in force on the same day would both be the rule. */
    private void checkVersions() {
        List<Programme> programmes = pack.programmes();
        for (Programme left : programmes) {
            for (Programme right : programmes) {
                boolean laterVersion =
                        left.id().equals(right.id()) && right.location().compareTo(left.location()) > 0;
                if (laterVersion && left.range().overlaps(right.range())) {
                    faults.add(
                            right.location(),
                            "programme.versions-overlap",
                            left.id(),
                            left.location().toString(),
                            left.range().toString(),
                            right.range().toString());
                }
            }
        }
    }

    /** A programme that excludes another cannot also be drawn beside it, as long as both are said at the same time. */
    private void checkConflicts() {
        for (Programme programme : pack.programmes()) {
            for (Programme.Exclusion exclusion : programme.excludes()) {
                boolean conflict = pack.programmes().stream()
                        .filter(other -> other.range().overlaps(programme.range()))
                        .anyMatch(other -> stacks(other, programme.id(), exclusion.programme()));
                if (conflict) {
                    faults.add(exclusion.location(), "programme.conflict", programme.id(), exclusion.programme());
                }
            }
        }
    }

    private static boolean stacks(Programme saying, String one, String other) {
        return (saying.id().equals(one) && saying.stacksWith().contains(other))
                || (saying.id().equals(other) && saying.stacksWith().contains(one));
    }

    private void checkExamples() {
        Set<String> shown = pack.examples().stream().map(Example::programme).collect(Collectors.toSet());
        for (Programme programme : pack.programmes()) {
            if (!shown.contains(programme.id())) {
                faults.add(programme.location(), "programme.no-examples", programme.id());
            }
        }
        for (Example example : pack.examples()) {
            boolean known = pack.programmesOn(example.on()).stream()
                    .filter(programme -> programme.id().equals(example.programme()))
                    .flatMap(PackLint::namesOf)
                    .anyMatch(example.clause()::equals);
            if (!known) {
                faults.add(example.location(), "example.unknown-clause", example.clause(), example.programme());
            }
        }
    }

    /** What an example may be named after: a clause or a part of one, a group, or the amount. */
    private static Stream<String> namesOf(Programme programme) {
        return Stream.concat(programme.clauses().stream().flatMap(PackLint::clauseIds), Stream.of("amount", "group"));
    }

    private static Stream<String> clauseIds(Clause clause) {
        return switch (clause) {
            case Clause.Test test -> Stream.of(test.id());
            case Clause.AnyOf anyOf ->
                Stream.concat(Stream.of(anyOf.id()), anyOf.parts().stream().flatMap(PackLint::clauseIds));
        };
    }

    private void checkGroups() {
        Set<String> grouped = new HashSet<>();
        for (Group group : pack.groups()) {
            Set<Object> kinds = new HashSet<>();
            for (String id : group.programmes()) {
                List<Programme> versions = pack.programmes().stream()
                        .filter(programme -> programme.id().equals(id))
                        .toList();
                if (versions.isEmpty()) {
                    faults.add(group.location(), "expr.unknown-programme", id);
                }
                versions.forEach(version -> kinds.add(List.of(version.holder(), version.pay())));
                if (!grouped.add(id)) {
                    faults.add(group.location(), "pack.twice", id);
                }
            }
            if (kinds.size() > 1) {
                faults.add(group.location(), "group.not-comparable", group.id());
            }
            if (group.cites().isEmpty()) {
                faults.add(group.location(), "pack.no-citation", group.id());
            }
        }
    }

    /** A parameter that nobody declared a value for, known or unknown, was forgotten. */
    private void checkOpenParameters() {
        for (Parameter parameter : pack.parameters()) {
            if (parameter.settings().isEmpty()) {
                faults.add(
                        parameter.location(),
                        "parameters.no-values",
                        parameter.symbol().name());
            }
            boolean demoOutsideDemo = !pack.demo()
                    && parameter.settings().values().stream()
                            .flatMap(timeline -> timeline.segments().stream())
                            .anyMatch(segment ->
                                    segment.value() instanceof Setting.Stated stated && stated.mark() == Mark.DEMO);
            if (demoOutsideDemo) {
                faults.add(
                        parameter.location(),
                        "parameters.demo",
                        parameter.symbol().name());
            }
        }
    }
}
