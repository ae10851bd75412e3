package yingbao.policy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yingbao.policy.decide.ClauseAnswer.Answer;
import yingbao.policy.decide.Node.Evaluation;
import yingbao.policy.decide.Node.Kind;
import yingbao.policy.decide.Node.Used;
import yingbao.policy.expr.Entitlements;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Frame;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Missing;
import yingbao.policy.expr.Phrases;
import yingbao.policy.expr.Substitution;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.value.Citation;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.Language;

/** Explains programmes and decisions in the language of the pack: clause by clause, with values, sources and articles. */
public final class Explainer {
    /** What people call the list of a household's members, where nobody has given it. */
    public static final String MEMBERS_LABEL = "家庭成员名单";

    /** Who tells who belongs to a household. */
    public static final String MEMBERS_WHOM = "申请家庭";

    private final Pack pack;
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final Function<Facts, String> name;
    private final Function<Facts, String> where;

    /**
     * An explainer.
     *
     * @param name how to call a household or person
     * @param where where its facts were read, such as a file and row; empty when there is nothing to tell
     */
    public Explainer(Pack pack, Function<Facts, String> name, Function<Facts, String> where) {
        this.pack = pack;
        this.name = name;
        this.where = where;
        this.language = pack.words().language();
        this.phrases = Phrases.in(language);
        this.wording = new Wording(
                language,
                id -> pack.programmes().stream()
                        .filter(programme -> programme.id().equals(id))
                        .findFirst()
                        .map(Programme::title)
                        .orElse(id));
    }

    /** The graph of a programme's rule: its named values, its clauses, its amount. */
    public List<Node> rule(Programme programme) {
        List<Node> nodes = new ArrayList<>();
        for (Programme.Let let : programme.lets()) {
            nodes.add(new Node(
                    "let." + let.symbol().name(),
                    Kind.LET,
                    let.symbol().label(),
                    wording.sentence(let.expr()),
                    List.of(),
                    List.of(),
                    Optional.empty()));
        }
        programme.clauses().forEach(clause -> nodes.add(rule(clause)));
        nodes.add(amount(programme, Optional.empty()));
        return nodes;
    }

    private Node rule(Clause clause) {
        return switch (clause) {
            case Clause.Test test ->
                node(test, Kind.CLAUSE, wording.sentence(test.when()), List.of(), Optional.empty());
            case Clause.AnyOf anyOf ->
                node(
                        anyOf,
                        Kind.ANY_OF,
                        phrases.say("one-of-these"),
                        anyOf.parts().stream().map(this::rule).toList(),
                        Optional.empty());
        };
    }

    private Node node(Clause clause, Kind kind, String rule, List<Node> children, Optional<Evaluation> evaluation) {
        return new Node(clause.id(), kind, clause.ask(), rule, cited(clause.cites()), children, evaluation);
    }

    private Node amount(Programme programme, Optional<Evaluation> evaluation) {
        List<Citation> cites = new ArrayList<>(programme.rounding().cites());
        return new Node(
                "amount",
                Kind.AMOUNT,
                phrases.say("amount", phrases.say("pay-", programme.pay())),
                wording.sentence(programme.amount().expr()),
                cited(cites),
                List.of(),
                evaluation);
    }

    private List<String> cited(Collection<Citation> citations) {
        return citations.stream().map(pack::cited).toList();
    }

    /** The reasons of one decision of an assessment. */
    public Explanation explain(Assessment assessment, Programme programme, int person) {
        Decision decision = assessment.decide(programme, person);
        Frame frame = assessment.frame(programme, person);
        Telling telling = new Telling(assessment, programme, person, frame);
        List<Node> clauses =
                decision.basis().answers().stream().map(telling::clause).toList();
        Facts unit = person == Entitlements.HOUSEHOLD_ITSELF
                ? assessment.household().facts()
                : assessment.household().members().get(person);
        List<Question> questions = decision instanceof Decision.Undetermined undetermined
                ? questions(undetermined.missing(), assessment.household())
                : List.of();
        return new Explanation(
                decision,
                name.apply(unit),
                phrases.say("pay-", programme.pay()),
                clauses,
                telling.amount(decision),
                questions);
    }

    /** What to ask whom. */
    public List<Question> questions(Collection<Missing> missing, Household household) {
        return missing.stream()
                .map(item -> question(item, household))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Question> question(Missing missing, Household household) {
        return switch (missing.kind()) {
            case FACT ->
                pack.catalogue()
                        .find(missing.name())
                        .map(fact -> new Question(
                                missing.name(),
                                fact.symbol().label(),
                                about(fact.holder(), missing.subject(), household),
                                pack.catalogue().supplierLabel(fact),
                                fact.evidence()));
            case MEMBERS ->
                Optional.of(new Question(
                        missing.name(),
                        phrases.say("members"),
                        name.apply(household.facts()),
                        phrases.say("members-whom"),
                        phrases.say("members-evidence")));
            case PARAMETER ->
                pack.parameter(missing.name().substring("param.".length()))
                        .map(parameter ->
                                new Question(missing.name(), parameter.symbol().label(), "", parameter.setBy(), ""));
        };
    }

    /** A household and one of its members may bear the same id. */
    private String about(Holder holder, String id, Household household) {
        for (Facts member : household.members()) {
            if (holder == Holder.PERSON && member.id().equals(id)) {
                return name.apply(member);
            }
        }
        return name.apply(household.facts());
    }

    /** The telling of one decision. */
    private final class Telling {
        private final Assessment assessment;
        private final Programme programme;
        private final int person;
        private final Frame frame;
        private final Substitution substitution;

        Telling(Assessment assessment, Programme programme, int person, Frame frame) {
            this.assessment = assessment;
            this.programme = programme;
            this.person = person;
            this.frame = frame;
            this.substitution = new Substitution(assessment.engine().evaluator(), frame, wording, name);
        }

        Node clause(ClauseAnswer answer) {
            String refusal = answer.answer() == Answer.NOT_MET
                    ? assessment.say(answer.clause().refuse(), programme, person)
                    : "";
            List<Question> missing = questions(answer.missing(), assessment.household());
            return switch (answer.clause()) {
                case Clause.Test test -> {
                    boolean stated = test.when() instanceof Expr.Constant;
                    String values = stated ? refusal : substitution.of(test.when());
                    Evaluation evaluation =
                            new Evaluation(answer.answer(), values, refusal, used(test.when()), missing);
                    String rule = stated ? test.ask() : wording.sentence(test.when());
                    yield node(test, Kind.CLAUSE, rule, List.of(), Optional.of(evaluation));
                }
                case Clause.AnyOf anyOf -> {
                    List<Node> parts = answer.parts().stream().map(this::clause).toList();
                    Evaluation evaluation = new Evaluation(answer.answer(), "", refusal, List.of(), missing);
                    yield node(anyOf, Kind.ANY_OF, phrases.say("one-of-these"), parts, Optional.of(evaluation));
                }
            };
        }

        /** How the amount comes about; whoever is refused has none. */
        Node amount(Decision decision) {
            Expr expr = programme.amount().expr();
            return switch (decision) {
                case Decision.NotEligible _ -> Explainer.this.amount(programme, Optional.empty());
                case Decision.Eligible _ -> amount(expr, Answer.MET);
                case Decision.Undetermined _ -> amount(expr, Answer.UNKNOWN);
            };
        }

        private Node amount(Expr expr, Answer answer) {
            Evaluation evaluation = new Evaluation(answer, substitution.of(expr), "", used(expr), List.of());
            return Explainer.this.amount(programme, Optional.of(evaluation));
        }

        private List<Used> used(Expr expr) {
            List<Used> used = new ArrayList<>();
            LocalDate today = frame.situation().asOf();
            for (String fullName : substitution.restsOn(expr)) {
                String simpleName = fullName.substring(fullName.indexOf('.') + 1);
                if (fullName.startsWith("param.")) {
                    pack.parameter(simpleName)
                            .ifPresent(parameter -> used.add(stated(
                                    fullName,
                                    parameter,
                                    today,
                                    parameter.symbol().label())));
                } else if (fullName.startsWith("last_year.")) {
                    LocalDate yearBefore = today.minusYears(1);
                    pack.parameter(simpleName)
                            .ifPresent(parameter -> used.add(stated(
                                    fullName,
                                    parameter,
                                    yearBefore,
                                    phrases.say(
                                            "year-before", parameter.symbol().label()))));
                } else {
                    pack.catalogue().find(fullName).filter(Fact::collected).ifPresent(fact -> supplied(fact, used));
                }
            }
            return used;
        }

        private Used stated(String fullName, Parameter parameter, LocalDate day, String label) {
            Optional<Parameter.Setting> setting =
                    pack.setting(parameter, assessment.household().area(), day);
            if (setting.isPresent() && setting.get() instanceof Parameter.Setting.Stated stated) {
                String value = Wording.value(
                        language, stated.value(), parameter.symbol().unit());
                String source = phrases.say(
                        "sure",
                        String.join(phrases.say("further"), cited(stated.cites())),
                        phrases.say("mark-", stated.mark()));
                return new Used(fullName, label, value, source);
            }
            return new Used(fullName, label, phrases.say("unset"), parameter.setBy());
        }

        private void supplied(Fact fact, List<Used> used) {
            int slot = pack.catalogue().facts(fact.holder()).indexOf(fact);
            List<Facts> holders;
            if (fact.holder() == Holder.HOUSEHOLD) {
                holders = List.of(assessment.household().facts());
            } else if (person != Entitlements.HOUSEHOLD_ITSELF) {
                holders = List.of(assessment.household().members().get(person));
            } else {
                holders = assessment.household().members();
            }
            for (Facts holder : holders) {
                holder.given(slot).ifPresent(value -> used.add(supplied(fact, holder, value)));
            }
        }

        /** An explanation is read aloud and handed over, so citizen numbers in it are masked. */
        private String shown(Fact fact, Value value) {
            return fact.kind() == Fact.Kind.CITIZEN_ID && value instanceof Value.Text(String number)
                    ? CitizenId.parse(number).masked()
                    : Wording.value(language, value, fact.symbol());
        }

        private Used supplied(Fact fact, Facts holder, Value value) {
            boolean ofAnyMember = fact.holder() == Holder.PERSON && person == Entitlements.HOUSEHOLD_ITSELF;
            String label = (ofAnyMember ? name.apply(holder) + " " : "")
                    + fact.symbol().label();
            String place = where.apply(holder);
            String source = place.isEmpty()
                    ? pack.catalogue().supplierLabel(fact)
                    : phrases.say("sure", pack.catalogue().supplierLabel(fact), place);
            return new Used(fact.fullName(), label, shown(fact, value), source);
        }
    }
}
