package yingbao.platform.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Refusal;
import yingbao.platform.kernel.Today;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.reading.PackReader;
import yingbao.policy.value.AreaCode;

/** Standards of all areas, which are public policy; and the entering and confirming of one's own. */
@RestController
@RequestMapping("/api/standards")
class StandardController {
    private static final String BOUNDARIES = "areas/boundaries/counties.geojson";
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;

    private final Packs packs;
    private final Standards standards;
    private final Today today;
    private final Optional<byte[]> boundaries;

    StandardController(Packs packs, Standards standards, Today today, @Value("${yingbao.pack}") Path folder) {
        this.packs = packs;
        this.standards = standards;
        this.today = today;
        this.boundaries = PackReader.file(folder, BOUNDARIES);
    }

    record NewStandard(
            @NotNull @Size(max = 80) String parameter,
            @NotNull @Size(max = 12) String areaCode,
            @NotNull @Size(max = 20) String value,
            @NotNull LocalDate from,
            Optional<LocalDate> to,
            @NotNull @Size(min = 1, max = 120) String documentTitle,
            @NotNull @Size(min = 1, max = 60) String documentNumber,
            @NotNull LocalDate documentDate,
            @NotNull @Size(max = 500) String note) {
        StandardEntry entry() {
            return new StandardEntry(
                    parameter, areaCode, value, from, to, documentTitle, documentNumber, documentDate, note);
        }
    }

    record StandardReason(@NotNull @Size(max = 500) String reason) {}

    /**
     * A parameter in one area.
     *
     * @param inForce what holds today, also where a larger area set it
     * @param own what is stated for exactly this area over the years
     * @param entered everything ever entered for it
     */
    record AreaStandards(
            StandardOverview.ParameterLine parameter,
            String areaCode,
            String areaPath,
            StandardOverview.SettingView inForce,
            List<StandardOverview.SettingView> own,
            List<EnteredView> entered) {}

    @GetMapping("/parameters")
    @Requires(Right.STANDARD_READ)
    List<StandardOverview.ParameterLine> parameters() {
        return StandardOverview.parameters(packs.spoken(packs.current()));
    }

    /** A parameter in every area at the end of a year; without a parameter, the first of which something is demanded. */
    @GetMapping
    @Requires(Right.STANDARD_READ)
    StandardOverview.StandardYear year(
            @RequestParam(defaultValue = "") @Size(max = 80) String parameter, @RequestParam Optional<Integer> year) {
        Pack pack = packs.spoken(packs.current());
        LocalDate day = today.date();
        String name = parameter.isEmpty()
                ? StandardOverview.parameters(pack).getFirst().name()
                : parameter;
        int wanted = Math.clamp(year.orElse(day.getYear()), YEAR_MIN, YEAR_MAX);
        return new StandardOverview(pack, parameter(pack, name)).year(wanted, day);
    }

    private static Parameter parameter(Pack pack, String name) {
        return pack.parameter(name).orElseThrow(() -> Refusal.notFound("standards.parameter-unknown", name));
    }

    /** A parameter in one area over the years, with everything that was entered for it. */
    @GetMapping("/area")
    @Requires(Right.STANDARD_READ)
    AreaStandards area(
            @RequestParam @Size(max = 80) String parameter, @RequestParam("area") @Size(max = 12) String areaCode) {
        Pack pack = packs.spoken(packs.current());
        Parameter found = parameter(pack, parameter);
        AreaCode area = AreaCode.parse(areaCode);
        StandardOverview overview = new StandardOverview(pack, found);
        return new AreaStandards(
                StandardOverview.line(found, false),
                area.digits(),
                pack.areas().path(area, today.date()),
                overview.setting(area, today.date()),
                overview.over(area),
                standards.entered(parameter, area));
    }

    /** The counties' outlines as GeoJSON; a sketch without a map-review number. */
    @GetMapping(path = "/boundaries", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Right.STANDARD_READ)
    ResponseEntity<byte[]> boundaries() {
        return boundaries
                .map(map -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                        .body(map))
                .orElseThrow(() -> Refusal.notFound("standards.no-map"));
    }

    /** What waits for a second person in the caller's area. */
    @GetMapping("/waiting")
    @Requires(Right.STANDARD_READ)
    List<EnteredView> waiting() {
        return standards.waiting();
    }

    /** What would be entered, with what the mandates say of it; nothing is kept. */
    @PostMapping("/check")
    @Requires(Right.STANDARD_ENTER)
    EnteredView check(@Valid @RequestBody NewStandard given) {
        return standards.check(given.entry());
    }

    @PostMapping
    @Requires(Right.STANDARD_ENTER)
    EnteredView enter(@Valid @RequestBody NewStandard given) {
        return standards.enter(given.entry());
    }

    @PostMapping("/{id}/confirmation")
    @Requires(Right.STANDARD_CONFIRM)
    EnteredView confirm(@PathVariable StandardId id, @Valid @RequestBody StandardReason given) {
        return standards.confirm(id, given.reason());
    }

    @PostMapping("/{id}/refusal")
    @Requires(Right.STANDARD_CONFIRM)
    EnteredView refuse(@PathVariable StandardId id, @Valid @RequestBody StandardReason given) {
        return standards.refuse(id, given.reason());
    }
}
