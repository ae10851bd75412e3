package yingbao.platform.radar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
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
import yingbao.platform.jobs.JobId;
import yingbao.platform.kernel.Page;

/** Who should be looked up, counted and listed. */
@RestController
@RequestMapping("/api/radar")
class RadarController {
    private final Overview overview;
    private final Leads leads;
    private final LeadExport export;
    private final Runs runs;

    RadarController(Overview overview, Leads leads, LeadExport export, Runs runs) {
        this.overview = overview;
        this.leads = leads;
        this.export = export;
        this.runs = runs;
    }

    /** Why a lead is closed. */
    record LeadClosing(
            @NotNull Closing.Reason reason,
            @NotNull @Size(max = 500) String text) {}

    record StartedRun(JobId job) {}

    @GetMapping
    @Requires(Right.RADAR_READ)
    Overview.RadarView overview(
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam Optional<Kind> kind,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme) {
        return overview.of(new Leads.Filter(area, kind, programme, "", Standing.OPEN));
    }

    @GetMapping("/leads")
    @Requires(Right.RADAR_READ)
    Page<Leads.LeadLine> leads(
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam Optional<Kind> kind,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme,
            @RequestParam(defaultValue = "") @Size(max = 120) String cause,
            @RequestParam(defaultValue = "OPEN") Standing standing,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return leads.list(new Leads.Filter(area, kind, programme, cause, standing), offset, size);
    }

    @GetMapping("/leads/export")
    @Requires(Right.RADAR_READ)
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") @Size(max = 12) String area,
            @RequestParam Optional<Kind> kind,
            @RequestParam(defaultValue = "") @Size(max = 60) String programme,
            @RequestParam(defaultValue = "") @Size(max = 120) String cause,
            @RequestParam(defaultValue = "OPEN") Standing standing) {
        return export.workbook(new Leads.Filter(area, kind, programme, cause, standing));
    }

    @GetMapping("/leads/{id}")
    @Requires(Right.RADAR_READ)
    Leads.LeadView lead(@PathVariable LeadId id) {
        return leads.view(id);
    }

    @PostMapping("/leads/{id}/close")
    @Requires(Right.RADAR_CLOSE)
    void close(@PathVariable LeadId id, @Valid @RequestBody LeadClosing given) {
        leads.close(id, given.reason(), given.text());
    }

    /** How often each rule raised a false alarm. */
    @GetMapping("/rules")
    @Requires(Right.RADAR_READ)
    List<Overview.RuleLine> rules(@RequestParam(defaultValue = "") @Size(max = 12) String area) {
        return overview.rules(area);
    }

    @PostMapping("/runs")
    @Requires(Right.RADAR_RUN)
    StartedRun run() {
        return new StartedRun(runs.begin());
    }
}
