package yingbao.platform.drafts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.drafts.ClauseForms.CitedSource;
import yingbao.platform.drafts.ClauseForms.ClausePart;
import yingbao.platform.drafts.ClauseForms.PartCheck;
import yingbao.platform.drafts.ClauseForms.PartFault;
import yingbao.platform.drafts.ClauseForms.PartField;
import yingbao.platform.drafts.ClauseForms.PartKind;
import yingbao.platform.drafts.DraftFormController.PartChange;
import yingbao.platform.drafts.DraftView.DraftFault;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.policy.decide.Explainer;
import yingbao.policy.decide.Node;
import yingbao.policy.expr.Facts;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.reading.PackTexts.Part;
import yingbao.policy.value.Citation;
import yingbao.policy.value.ValueException;

/** A programme of a draft, condition by condition: what a form says of one is put in its place in the file's text. */
@Service
class RuleForms {
    private final Drafts drafts;
    private final DraftViews views;

    RuleForms(Drafts drafts, DraftViews views) {
        this.drafts = drafts;
        this.views = views;
    }

    /**
     * The parts of a programme as they stand in the draft; also while something is wrong with it.
     *
     * @throws Refusal {@code drafts.unknown}, {@code drafts.no-programme} (the path)
     */
    @Transactional(readOnly = true)
    ClauseForms parts(DraftId id, String path) {
        Draft draft = drafts.require(id);
        requireProgramme(path);
        Candidate candidate = views.candidate(draft);
        PackTexts texts = candidate.texts();
        if (texts.text(path).isEmpty()) {
            throw Refusal.notFound("drafts.no-programme", path);
        }
        Pack pack = candidate.pack().orElseGet(() -> views.base(draft));
        Optional<Programme> programme = candidate.pack().flatMap(whole -> in(whole, path));
        Map<String, String> words =
                programme.map(one -> words(candidate.pack().orElseThrow(), one)).orElse(Map.of());
        List<Part> before = former(path, programme, views.base(draft))
                .map(former -> candidate.base().parts(former))
                .orElse(List.of());
        return new ClauseForms(
                path,
                in(pack, path).map(Programme::title).orElse(path),
                draft.revision(),
                DraftViews.isWritable(draft, FileKind.PROGRAMME, Callers.current()),
                texts.parts(path).stream()
                        .map(part -> shown(part, words, before.stream().noneMatch(part::saysAsMuchAs)))
                        .toList(),
                pack.sources().values().stream()
                        .map(source -> new CitedSource(source.id(), source.cited()))
                        .toList(),
                programme.map(DraftNames::lets).orElse(List.of()));
    }

    private static void requireProgramme(String path) {
        if (FileKind.of(path).filter(FileKind.PROGRAMME::equals).isEmpty()) {
            throw Refusal.notFound("drafts.no-programme", path);
        }
    }

    private static Optional<Programme> in(Pack pack, String path) {
        return pack.programmes().stream()
                .filter(programme -> programme.location().file().equals(path))
                .findFirst();
    }

    /** The file that the rules in force have of it: the same one, or of a new version the one that it takes the place of. */
    private static Optional<String> former(String path, Optional<Programme> programme, Pack base) {
        if (in(base, path).isPresent()) {
            return Optional.of(path);
        }
        return programme.flatMap(made -> base.programmesOn(made.range().from()).stream()
                .filter(former -> former.id().equals(made.id()))
                .map(former -> former.location().file())
                .findFirst());
    }

    private static ClausePart shown(Part part, Map<String, String> words, boolean changed) {
        List<PartField> has = new ArrayList<>();
        part.texts().keySet().forEach(field -> has.add(PartField.valueOf(field.name())));
        part.cites().ifPresent(_ -> has.add(PartField.CITES));
        return new ClausePart(
                part.key(),
                PartKind.valueOf(part.kind().name()),
                part.id(),
                part.depth(),
                has,
                part.texts().getOrDefault(Part.Field.TITLE, ""),
                part.texts().getOrDefault(Part.Field.TITLE, ""),
                part.texts().getOrDefault(Part.Field.RULE, ""),
                part.texts().getOrDefault(Part.Field.REFUSAL, ""),
                part.cites().orElse(List.of()),
                words.getOrDefault(node(part), ""),
                changed);
    }

    /** The id of a part in a programme's graph. */
    private static String node(Part part) {
        return switch (part.kind()) {
            case LET -> "let." + part.id();
            case CLAUSE, ANY_OF, EXCLUSION, AMOUNT -> part.id();
        };
    }

    private static Map<String, String> words(Pack pack, Programme programme) {
        Map<String, String> words = new HashMap<>();
        gather(new Explainer(pack, Facts::id, _ -> "").rule(programme), words::put);
        return words;
    }

    private static void gather(List<Node> nodes, BiConsumer<String, String> into) {
        nodes.forEach(node -> {
            into.accept(node.id(), node.rule());
            gather(node.children(), into);
        });
    }

    /**
     * What a changed part would come to; nothing is kept.
     *
     * @throws Refusal {@code drafts.unknown}, {@code drafts.no-programme} (the path)
     */
    @Transactional(readOnly = true)
    PartCheck check(DraftId id, PartChange given) {
        Draft draft = drafts.require(id);
        return checked(draft, given, written(draft, given));
    }

    private PartCheck checked(Draft draft, PartChange given, String text) {
        Map<String, String> files = new LinkedHashMap<>(draft.files());
        files.put(given.path(), text);
        Candidate candidate = views.candidate(draft, files);
        List<PartFault> here = new ArrayList<>();
        List<DraftFault> elsewhere = new ArrayList<>();
        List<DraftFault> told = views.faults(candidate);
        for (int at = 0; at < told.size(); at++) {
            Fault fault = candidate.faults().get(at);
            DraftFault shown = told.get(at);
            Optional<PackTexts.Placed> placed = fault.location().file().equals(given.path())
                    ? candidate.texts().placed(fault.location(), given.key())
                    : Optional.empty();
            placed.ifPresentOrElse(
                    place -> here.add(new PartFault(
                            PartField.valueOf(place.field().name()), place.line(), place.column(), shown.message())),
                    () -> elsewhere.add(shown));
        }
        String words = candidate
                .pack()
                .flatMap(pack -> in(pack, given.path())
                        .map(programme ->
                                words(pack, programme).getOrDefault(node(part(candidate.texts(), given)), "")))
                .orElse("");
        return new PartCheck(draft.revision(), here, elsewhere, words);
    }

    private static Part part(PackTexts texts, PartChange given) {
        return texts.parts(given.path()).stream()
                .filter(part -> part.key().equals(given.key()))
                .findFirst()
                .orElseThrow(() -> new ValueException("edit.no-part", given.key()));
    }

    /**
     * Writes a part into the draft, with faults or without, as a text is kept.
     *
     * @throws Refusal {@code drafts.blank} (a field that says nothing), {@code drafts.no-cites}, {@code drafts.cite} (what is
     *     no citation), {@code drafts.changed-meanwhile}, {@code drafts.not-open}, {@code drafts.may-not}, {@code
     *     drafts.no-programme}
     * @throws ValueException those of {@link PackTexts#withPart}
     */
    @Transactional
    PartCheck write(DraftId id, PartChange given) {
        Draft draft = drafts.open(id, given.revision());
        String text = written(draft, given);
        drafts.keep(draft, Map.of(given.path(), text));
        return checked(drafts.require(id), given, text);
    }

    private String written(Draft draft, PartChange given) {
        requireProgramme(given.path());
        PackTexts texts = views.texts(draft);
        if (texts.text(given.path()).isEmpty()) {
            throw Refusal.notFound("drafts.no-programme", given.path());
        }
        Part part = part(texts, given);
        Map<Part.Field, String> said = new EnumMap<>(Part.Field.class);
        part.texts().keySet().forEach(field -> said.put(field, said(field, given)));
        return texts.withPart(given.path(), given.key(), said, part.cites().map(_ -> cites(given)));
    }

    private static String said(Part.Field field, PartChange given) {
        String text = switch (field) {
            case TITLE -> given.title();
            case RULE -> given.rule();
            case REFUSAL, CITES -> given.refusal();
        };
        if (text.isBlank()) {
            throw Refusal.at("/" + field.name().toLowerCase(Locale.ROOT), "drafts.blank");
        }
        return text;
    }

    private static List<String> cites(PartChange given) {
        if (given.cites().isEmpty()) {
            throw Refusal.at("/cites", "drafts.no-cites");
        }
        for (int at = 0; at < given.cites().size(); at++) {
            try {
                Citation.parse(given.cites().get(at));
            } catch (ValueException _) {
                throw Refusal.at("/cites/" + at, "drafts.cite", given.cites().get(at));
            }
        }
        return given.cites();
    }
}
