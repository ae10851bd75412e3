package yingbao.platform.drafts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import yingbao.platform.access.Right;
import yingbao.platform.drafts.DraftFormController.AreaChange;
import yingbao.platform.drafts.DraftFormController.ValuesChange;
import yingbao.platform.drafts.DraftView.DraftFault;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.ValueException;

/** Drafts written in forms: what a form says is put at its place of the file's text, and all else stays as it stands there. */
@Service
class DraftForms {
    private static final String YUAN = "\\d{1,12}([.]\\d{1,2})?";
    private static final String WHOLE = "\\d{1,12}";

    private final Drafts drafts;
    private final DraftViews views;
    private final Today today;

    DraftForms(Drafts drafts, DraftViews views, Today today) {
        this.drafts = drafts;
        this.views = views;
        this.today = today;
    }

    /**
     * What the draft says of a parameter in all areas, beside the rules in force.
     *
     * @param on the day; today where none is given
     * @throws Refusal {@code drafts.unknown}, {@code drafts.no-parameter} (the name), {@code drafts.faulty} when the draft
     *     cannot be read
     */
    @Transactional(readOnly = true)
    ValueTable values(DraftId id, String parameter, Optional<LocalDate> on) {
        Draft draft = drafts.require(id);
        Pack pack = readable(draft);
        return ValueTable.of(
                views.base(draft),
                pack,
                known(pack, parameter),
                on.orElseGet(today::date),
                draft.revision(),
                draft.state() == Draft.State.OPEN && Callers.current().may(Right.DRAFT_EDIT.id()));
    }

    /** The rules with a draft; a form shows what stands there, so it must be readable. */
    private Pack readable(Draft draft) {
        Candidate candidate = views.candidate(draft);
        return candidate.pack().orElseThrow(() -> {
            DraftFault first = views.faults(candidate).getFirst();
            return Refusal.conflict("drafts.faulty", first.path(), first.line(), first.message());
        });
    }

    private static Parameter known(Pack pack, String parameter) {
        return pack.parameter(parameter).orElseThrow(() -> Refusal.notFound("drafts.no-parameter", parameter));
    }

    /**
     * Writes values of several areas from one day on, all by one document, or ends them; all or none.
     *
     * @throws Refusal {@code drafts.rows} with a part for every row that cannot be written, {@code drafts.document-date} (its
     *     date, today), {@code drafts.changed-meanwhile}, {@code drafts.not-open}, {@code drafts.may-not}, {@code
     *     drafts.faulty}
     */
    @Transactional
    DraftView write(DraftId id, String name, ValuesChange given) {
        Draft draft = drafts.open(id, given.revision());
        requirePast(given.documentDate());
        Pack pack = readable(draft);
        Parameter parameter = known(pack, name);
        PackTexts texts = views.texts(draft);
        Map<String, String> changed = new LinkedHashMap<>();
        List<Refusal.Part> wrong = new ArrayList<>();
        Set<AreaCode> seen = new HashSet<>();
        for (int row = 0; row < given.rows().size(); row++) {
            AreaChange change = given.rows().get(row);
            try {
                AreaCode area = area(change, pack, parameter);
                if (!seen.add(area)) {
                    throw new ValueException("drafts.area-twice", area.shortForm());
                }
                Map<String, String> written = written(texts, parameter, area, change, given);
                changed.putAll(written);
                texts = texts.with(written);
            } catch (ValueException refused) {
                wrong.add(new Refusal.Part("/rows/" + row + "/value", refused.code(), refused.args()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.several(Refusal.Kind.INVALID, wrong, "drafts.rows", wrong.size());
        }
        drafts.keep(draft, changed);
        return drafts.show(id);
    }

    private static AreaCode area(AreaChange change, Pack pack, Parameter parameter) {
        AreaCode area = AreaCode.parse(change.areaCode());
        if (!pack.areas().knows(area) || area.level().compareTo(parameter.level()) > 0) {
            throw new ValueException("drafts.area-level", area.shortForm(), parameter.setBy());
        }
        return area;
    }

    private static Map<String, String> written(
            PackTexts texts, Parameter parameter, AreaCode area, AreaChange change, ValuesChange given) {
        String name = parameter.symbol().name();
        if (change.ends()) {
            return texts.ended(name, area, given.from());
        }
        String value = change.value().strip().replace(",", "");
        boolean money = parameter.symbol().unit().isMoney();
        if (!value.matches(money ? YUAN : WHOLE)) {
            throw new ValueException(money ? "edit.value" : "drafts.whole-value", change.value());
        }
        return texts.newValue(new PackTexts.NewValue(
                name,
                area,
                given.from(),
                value,
                document(given.documentTitle(), given.documentNumber(), given.documentDate()),
                given.note()));
    }

    private void requirePast(LocalDate documentDate) {
        if (documentDate.isAfter(today.date())) {
            throw Refusal.at("/documentDate", "drafts.document-date", documentDate, today.date());
        }
    }

    /** A document; the same title and number are the same one. */
    static PackTexts.Document document(String title, String number, LocalDate date) {
        String id = "doc-" + HexFormat.of().toHexDigits((title.strip() + number.strip()).hashCode());
        return new PackTexts.Document(id, title, number, date);
    }
}
