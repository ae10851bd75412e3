package yingbao.policy.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Review;

/** Reads how often a programme's entitled cases come back. */
final class ReviewReader {
    private final Catalogue catalogue;
    private final Measures measures;
    private final Faults faults;

    ReviewReader(Catalogue catalogue, Measures measures, Faults faults) {
        this.catalogue = catalogue;
        this.measures = measures;
        this.faults = faults;
    }

    Review read(Entry entry, Holder holder) {
        Optional<Yaml.Scalar> by = entry.optionalScalar("by");
        Review review = by.isEmpty()
                ? new Review.Same(measures.in(Measures.MONTHS, entry.scalar("every")), entry.location())
                : byFact(by.get(), entry, holder);
        entry.refuseUnusedKeys();
        return review;
    }

    private Review byFact(Yaml.Scalar name, Entry entry, Holder holder) {
        Map<String, String> byCode = new LinkedHashMap<>();
        Optional<Fact> fact = catalogue
                .find(name.value())
                .filter(found -> found.kind() == Fact.Kind.CODE)
                .filter(found -> found.holder() == Holder.HOUSEHOLD || found.holder() == holder);
        if (fact.isEmpty()) {
            faults.add(name.location(), "programme.review-fact", name.value());
            entry.entries("every");
        } else {
            Map<String, Yaml> every = entry.entries("every");
            Map<String, String> codes = fact.get().symbol().codes();
            every.forEach((code, parameter) -> {
                if (!codes.containsKey(code)) {
                    faults.add(
                            parameter.location(),
                            "expr.unknown-code",
                            code,
                            name.value(),
                            String.join(" ", codes.keySet()));
                }
            });
            for (String code : codes.keySet()) {
                if (every.get(code) instanceof Yaml.Scalar parameter) {
                    byCode.put(code, measures.in(Measures.MONTHS, parameter));
                } else {
                    faults.add(entry.at("every"), "yaml.missing-key", code);
                }
            }
        }
        return new Review.ByFact(name.value(), byCode, entry.location());
    }
}
