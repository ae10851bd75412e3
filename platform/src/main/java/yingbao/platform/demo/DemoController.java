package yingbao.platform.demo;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.SignedIn;

@RestController
@RequestMapping("/api/demo")
class DemoController {
    private final Demonstration demonstration;

    DemoController(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping("/loading")
    @SignedIn
    Demonstration.Loading loading() {
        return demonstration.loading();
    }
}
