package yingbao.policy.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Context;
import yingbao.policy.expr.Derivations;
import yingbao.policy.expr.Derivations.Derivation;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Unit;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.CodeList;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Fact.Kind;
import yingbao.policy.pack.Fact.Sensitivity;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.RegisterCheck;

/**
 * Reads {@code facts.yaml} in two steps: first the names, which every expression of the pack needs, then the derivations
 * and checks, which are expressions themselves.
 */
final class CatalogueReader {
    static final String FILE = "facts.yaml";
    private static final String MEMBERS = "members";

    private final Entry file;
    private final Faults faults;
    private final Map<String, CodeList> codes;
    private final Map<String, String> suppliers = new LinkedHashMap<>();
    private final Map<Holder, List<Fact>> facts = new EnumMap<>(Holder.class);
    private final Map<Fact, Yaml.Scalar> derivations = new LinkedHashMap<>();

    CatalogueReader(PackFiles files, Map<String, CodeList> codes, Faults faults) {
        this.faults = faults;
        this.codes = codes;
        if (!files.has(FILE)) {
            faults.add(new Location(FILE, 1, 1), "pack.no-file", FILE);
        }
        this.file = Entry.of(
                files.has(FILE)
                        ? files.yaml(FILE, faults)
                        : new Yaml.Mapping(new Location(FILE, 1, 1), Map.of(), Map.of()),
                faults);
    }

    /** The first step: names. */
    void readNames() {
        file.entries("suppliers").forEach((id, label) -> {
            if (label instanceof Yaml.Scalar scalar) {
                suppliers.put(id, scalar.value());
            }
        });
        Map<String, Yaml> byHolder = file.entries("facts");
        for (Holder holder : Holder.values()) {
            List<Fact> list = new ArrayList<>();
            Yaml items = byHolder.get(Entry.spelling(holder));
            if (items instanceof Yaml.Sequence sequence) {
                for (Yaml item : sequence.items()) {
                    Entry.read(item, faults, entry -> list.add(fact(holder, entry)));
                }
            } else {
                faults.add(file.location(), "facts.none", Entry.spelling(holder));
            }
            refuseTwice(list);
            facts.put(holder, list);
        }
        long areas = facts(Holder.HOUSEHOLD).stream()
                .filter(fact -> fact.kind() == Kind.AREA)
                .count();
        if (areas != 1) {
            faults.add(file.location(), "facts.area", Long.toString(areas));
        }
    }

    List<Symbol> symbols(Holder holder) {
        return facts(holder).stream().map(Fact::symbol).toList();
    }

    private List<Fact> facts(Holder holder) {
        return facts.getOrDefault(holder, List.of());
    }

    private void refuseTwice(List<Fact> list) {
        Map<String, Fact> byWord = new HashMap<>();
        for (Fact fact : list) {
            for (String word : List.of(fact.symbol().name(), fact.symbol().label())) {
                if (byWord.put(word, fact) != null) {
                    faults.add(fact.location(), "pack.twice", word);
                }
            }
        }
    }

    private Fact fact(Holder holder, Entry entry) {
        Kind kind = entry.choice("kind", Kind.class);
        Map<String, String> values = Map.of();
        if (kind == Kind.CODE) {
            Yaml.Scalar list = entry.scalar("codes");
            CodeList found = codes.get(list.value());
            if (found != null) {
                values = found.values();
            } else if (!list.value().isEmpty()) {
                faults.add(list.location(), "facts.unknown-codes", list.value());
            }
        }
        Symbol symbol = new Symbol(
                entry.name("name"), type(kind), unit(kind, entry), entry.text("label"), entry.text("no", ""), values);
        Optional<Yaml.Scalar> computed = entry.optionalScalar("is");
        Optional<Yaml.Scalar> fallback = entry.optionalScalar("otherwise");
        boolean collected = computed.isEmpty();
        Fact fact = new Fact(
                holder,
                symbol,
                kind,
                collected ? supplier(entry) : "",
                entry.text("evidence", ""),
                entry.has("sensitivity") ? entry.choice("sensitivity", Sensitivity.class) : Sensitivity.PLAIN,
                collected,
                countsMembers(holder, kind, collected, entry),
                entry.location());
        computed.ifPresent(expression -> derivations.put(fact, expression));
        fallback.ifPresent(expression -> derivations.put(fact, expression));
        return fact;
    }

    private boolean countsMembers(Holder holder, Kind kind, boolean collected, Entry entry) {
        Optional<Yaml.Scalar> counts = entry.optionalScalar("counts");
        counts.filter(what ->
                        !what.value().equals(MEMBERS) || holder != Holder.HOUSEHOLD || kind != Kind.COUNT || !collected)
                .ifPresent(what -> faults.add(what.location(), "facts.counts", what.value()));
        return counts.isPresent();
    }

    private String supplier(Entry entry) {
        Yaml.Scalar supplier = entry.scalar("supplier");
        if (!supplier.value().isEmpty() && !suppliers.containsKey(supplier.value())) {
            faults.add(supplier.location(), "facts.unknown-supplier", supplier.value());
        }
        return supplier.value();
    }

    private static Type type(Kind kind) {
        return switch (kind) {
            case MONEY, COUNT, DATE -> Type.WHOLE;
            case FLAG -> Type.FLAG;
            case CODE, TEXT, AREA, CITIZEN_ID -> Type.TEXT;
        };
    }

    private Unit unit(Kind kind, Entry entry) {
        return switch (kind) {
            case MONEY, COUNT -> unit(entry.scalar("unit"), kind == Kind.MONEY);
            case DATE -> Unit.DATE;
            case FLAG, CODE, TEXT, AREA, CITIZEN_ID -> Unit.NONE;
        };
    }

    private Unit unit(Yaml.Scalar written, boolean money) {
        Optional<Unit> unit = Unit.parse(written.value());
        if (!written.value().isEmpty() && (unit.isEmpty() || unit.get().isMoney() != money)) {
            faults.add(written.location(), "facts.unit", written.value());
        }
        return unit.orElse(Unit.NONE);
    }

    /** The second step: derivations and checks. */
    Catalogue readExpressions(ExpressionCompiler compiler) {
        Map<Integer, Derivation> household = new HashMap<>();
        Map<Integer, Derivation> person = new HashMap<>();
        derivations.forEach((fact, source) -> {
            ExpressionCompiler.Compiled compiled = compiler.compile(
                    source,
                    Context.of(Context.Owner.of(fact.holder())),
                    fact.symbol().type());
            compiler.requireUnit(source, compiled, fact.symbol().unit());
            Derivation derivation = new Derivation(compiled.expr(), fact.collected());
            int slot = facts(fact.holder()).indexOf(fact);
            switch (fact.holder()) {
                case HOUSEHOLD -> household.put(slot, derivation);
                case PERSON -> person.put(slot, derivation);
            }
        });
        List<RegisterCheck> checks = new ArrayList<>();
        for (Yaml item : file.items("checks")) {
            Entry.read(item, faults, entry -> check(entry, compiler).ifPresent(checks::add));
        }
        file.refuseUnusedKeys();
        refuseCycles(household, person);
        return new Catalogue(
                List.copyOf(facts(Holder.HOUSEHOLD)),
                List.copyOf(facts(Holder.PERSON)),
                suppliers,
                new Derivations(household, person),
                List.copyOf(checks));
    }

    private Optional<RegisterCheck> check(Entry entry, ExpressionCompiler compiler) {
        Holder holder = entry.choice("of", Holder.class);
        Expr holds = compiler.compile(entry.scalar("holds"), Context.of(Context.Owner.of(holder)), Type.FLAG)
                .expr();
        Yaml.Scalar cell = entry.scalar("cell");
        String id = entry.text("id");
        String say = entry.text("say");
        Optional<Fact> fact = facts(holder).stream()
                .filter(candidate -> candidate.symbol().name().equals(cell.value()))
                .findFirst();
        if (fact.isEmpty()) {
            faults.add(cell.location(), "facts.unknown", cell.value());
        }
        return fact.map(found -> new RegisterCheck(id, holder, holds, found, say));
    }

    private void refuseCycles(Map<Integer, Derivation> household, Map<Integer, Derivation> person) {
        Cycles<String> cycles = new Cycles<>();
        for (Holder holder : Holder.values()) {
            Map<Integer, Derivation> byslot = holder == Holder.HOUSEHOLD ? household : person;
            byslot.forEach((slot, derivation) -> {
                Fact fact = facts(holder).get(slot);
                cycles.add(fact.fullName(), References.facts(derivation.expr()));
            });
        }
        cycles.find().ifPresent(path -> faults.add(file.at("facts"), "facts.cycle", String.join(" → ", path)));
    }
}
