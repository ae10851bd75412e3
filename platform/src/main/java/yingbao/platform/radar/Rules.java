package yingbao.platform.radar;

import java.util.Optional;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.Texts;
import yingbao.platform.programmes.Packs;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;

/** Names the causes of leads, for the database and for people. */
@Component
class Rules {
    /** What stands for giving way to another programme of the group. */
    static final String GROUP = "group";

    /** Begins the name of the clause that another programme rules this one out. */
    static final String EXCLUDES = "excludes-";

    private final Packs packs;
    private final Texts texts;

    Rules(Packs packs, Texts texts) {
        this.packs = packs;
        this.texts = texts;
    }

    /** The stable name of a clause by its place; the place after the last one is the group's. */
    static String clause(Programme programme, int place) {
        return place == programme.clauses().size()
                ? GROUP
                : programme.clauses().get(place).id();
    }

    /** The pack as the caller reads it. */
    Pack spoken() {
        return packs.spoken(packs.current());
    }

    /** What a programme is called by its latest version; its id where the pack knows it no more. */
    static String title(Pack pack, String programme) {
        return latest(pack, programme).map(Programme::title).orElse(programme);
    }

    private static Optional<Programme> latest(Pack pack, String programme) {
        return pack.programmes().stream()
                .filter(one -> one.id().equals(programme))
                .reduce((_, later) -> later);
    }

    /** A cause in words, of a lead of some kind. */
    String words(Pack pack, Kind kind, String programme, String cause) {
        return switch (kind) {
            case NOT_RECEIVING -> texts.text("radar.cause.entitled");
            case ONE_VISIT ->
                pack.catalogue().find(cause).map(fact -> fact.symbol().label()).orElse(cause);
            case NO_LONGER_ELIGIBLE, TWICE ->
                switch (cause) {
                    case Finding.ABSENT, Finding.SAME, GROUP -> texts.text("radar.cause." + cause);
                    case String clause -> question(pack, programme, clause);
                };
        };
    }

    private static String question(Pack pack, String programme, String clause) {
        return pack.programmes().stream()
                .filter(one -> one.id().equals(programme))
                .flatMap(one -> one.clauses().stream())
                .filter(one -> one.id().equals(clause))
                .map(Programme.Clause::ask)
                .reduce((_, later) -> later)
                .orElse(clause);
    }

    /** Whom to ask for a fact. */
    static String whom(Pack pack, String fact) {
        return pack.catalogue()
                .find(fact)
                .map((Fact found) -> pack.catalogue().supplierLabel(found))
                .orElse("");
    }
}
