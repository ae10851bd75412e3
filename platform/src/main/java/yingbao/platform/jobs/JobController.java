package yingbao.platform.jobs;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.SignedIn;

@RestController
@RequestMapping("/api/jobs")
class JobController {
    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @SignedIn
    List<JobView> mine() {
        return jobs.mine();
    }

    @GetMapping("/{id}")
    @SignedIn
    JobView find(@PathVariable JobId id) {
        return jobs.find(id);
    }

    @PostMapping("/{id}/cancel")
    @SignedIn
    void cancel(@PathVariable JobId id) {
        jobs.cancel(id);
    }
}
