package yingbao.platform.drafts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.drafts.ClauseForms.PartCheck;

/** Drafts written in forms that show a whole table. */
@RestController
@RequestMapping("/api/drafts/{id}")
class DraftFormController {
    private final DraftForms forms;
    private final RuleForms rules;

    DraftFormController(DraftForms forms, RuleForms rules) {
        this.forms = forms;
        this.rules = rules;
    }

    /**
     * What changes in one area.
     *
     * @param value the new value: yuan for money, a whole number for anything else; empty where one ends
     * @param ends whether the area has no value of its own any more
     */
    record AreaChange(
            @NotNull @Size(max = 12) String areaCode,
            @NotNull @Size(max = 20) String value,
            boolean ends) {}

    /** Values of several areas from one day on, by one document. */
    record ValuesChange(
            long revision,
            @NotNull LocalDate from,
            @NotNull @Size(min = 1, max = 120) String documentTitle,
            @NotNull @Size(min = 1, max = 60) String documentNumber,
            @NotNull LocalDate documentDate,
            @NotNull @Size(max = 500) String note,
            @NotNull @Size(min = 1, max = 500) List<@Valid AreaChange> rows) {}

    /** The values of a parameter in all areas on a day, beside those of the rules in force. */
    @GetMapping("/values/{parameter}")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    ValueTable values(
            @PathVariable DraftId id,
            @PathVariable @Size(max = 80) String parameter,
            @RequestParam Optional<LocalDate> on) {
        return forms.values(id, parameter, on);
    }

    /** Writes values of several areas at once, or ends them. */
    @PutMapping("/values/{parameter}")
    @Requires(Right.DRAFT_EDIT)
    DraftView write(
            @PathVariable DraftId id,
            @PathVariable @Size(max = 80) String parameter,
            @Valid @RequestBody ValuesChange given) {
        return forms.write(id, parameter, given);
    }

    /**
     * A part of a programme as somebody writes it. Fields that the part does not have are not read.
     *
     * @param key where it stands in the file
     * @param cites document and article, as {@code order-649#第九条}
     */
    record PartChange(
            @NotNull @Size(max = 120) String path,
            @NotNull @Size(max = 120) String key,
            long revision,
            @NotNull @Size(max = 300) String title,
            @NotNull @Size(max = 4000) String rule,
            @NotNull @Size(max = 500) String refusal,
            @NotNull @Size(max = 20) List<@NotNull @Size(max = 120) String> cites) {}

    /** A programme, condition by condition. */
    @GetMapping("/parts")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    ClauseForms parts(@PathVariable DraftId id, @RequestParam @Size(max = 120) String path) {
        return rules.parts(id, path);
    }

    /** Keeps a part of a programme, with faults or without; says what it comes to. */
    @PutMapping("/parts")
    @Requires(Right.DRAFT_RULES)
    PartCheck writePart(@PathVariable DraftId id, @Valid @RequestBody PartChange given) {
        return rules.write(id, given);
    }

    /** What a part of a programme would come to; nothing is kept. */
    @PostMapping("/parts/check")
    @Requires({Right.DRAFT_EDIT, Right.DRAFT_APPROVE})
    PartCheck checkPart(@PathVariable DraftId id, @Valid @RequestBody PartChange given) {
        return rules.check(id, given);
    }
}
