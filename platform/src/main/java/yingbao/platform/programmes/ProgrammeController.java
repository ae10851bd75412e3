package yingbao.platform.programmes;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Today;

/** Programmes as people read them. */
@RestController
@RequestMapping("/api/programmes")
class ProgrammeController {
    private final ProgrammePages pages;
    private final Today today;

    ProgrammeController(ProgrammePages pages, Today today) {
        this.pages = pages;
        this.today = today;
    }

    /** The programmes in force on a day; today's without one. */
    @GetMapping
    @Requires(Right.PROGRAMME_READ)
    List<ProgrammeView.ProgrammeLine> list(@RequestParam Optional<LocalDate> on) {
        return pages.list(on.orElseGet(today::date));
    }

    /** A programme on a day; today without one. */
    @GetMapping("/{id}")
    @Requires(Right.PROGRAMME_READ)
    ProgrammeView show(@PathVariable @Size(max = 60) String id, @RequestParam Optional<LocalDate> on) {
        return pages.show(id, on.orElseGet(today::date));
    }
}
