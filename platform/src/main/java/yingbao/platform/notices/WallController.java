package yingbao.platform.notices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import yingbao.platform.access.OpenToAll;
import yingbao.platform.areas.Divisions;
import yingbao.platform.documents.Form;
import yingbao.platform.documents.Forms;
import yingbao.platform.documents.Papers;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.kernel.Qr;
import yingbao.policy.value.AreaCode;

/** The public wall. */
@RestController
@RequestMapping("/api/wall")
class WallController {
    private final Wall wall;
    private final Forms forms;
    private final Divisions divisions;

    WallController(Wall wall, Forms forms, Divisions divisions) {
        this.wall = wall;
        this.forms = forms;
        this.divisions = divisions;
    }

    /** An objection as it is sent; how to reach somebody is theirs to tell or not. */
    record NewObjection(
            @NotNull @Size(min = Wall.WORDS_LEAST, max = 2000)
            String words,

            @NotNull @Size(max = 100) String contact) {}

    /** The number by which an objection is followed. */
    record LodgedObjection(String number) {}

    /** A drawing that opens a page when a phone reads it. */
    record WallCode(String url, String svg) {}

    @GetMapping
    @OpenToAll
    Wall.WallView top() {
        return at(divisions.root().digits());
    }

    @GetMapping("/areas/{area}")
    @OpenToAll
    Wall.WallView at(@PathVariable @Size(max = 12) String area) {
        return onNobodysBehalf(() -> wall.at(AreaCode.parse(area)));
    }

    @GetMapping("/areas/{area}/notices")
    @OpenToAll
    Page<WallNotice> hanging(
            @PathVariable @Size(max = 12) String area,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "200") int size) {
        return onNobodysBehalf(() -> wall.hanging(AreaCode.parse(area), offset, size));
    }

    @GetMapping("/notices/{id}")
    @OpenToAll
    WallNotice notice(@PathVariable NoticeId id) {
        return onNobodysBehalf(() -> wall.notice(id));
    }

    @GetMapping("/notices/{id}/code")
    @OpenToAll
    WallCode code(@PathVariable NoticeId id) {
        notice(id);
        String url = page("/wall/notice/" + id.value());
        return new WallCode(url, Qr.svg(url));
    }

    @GetMapping("/areas/{area}/code")
    @OpenToAll
    WallCode areaCode(@PathVariable @Size(max = 12) String area) {
        String url = page("/wall/" + AreaCode.parse(area).digits());
        return new WallCode(url, Qr.svg(url));
    }

    @GetMapping("/notices/{id}/paper")
    @OpenToAll
    ResponseEntity<byte[]> paper(@PathVariable NoticeId id) {
        WallNotice notice = notice(id);
        Form.Table table = new Form.Table(
                "",
                notice.shows().stream()
                        .map(shown -> new Form.Column(shown.title(), 1, Form.Align.LEFT))
                        .toList(),
                List.of(notice.shows().stream().map(Shown::text).toList()),
                List.of());
        Form form = Papers.notice(new Papers.Noticed(
                notice.programme(),
                notice.title(),
                notice.wallPath(),
                table,
                notice.from(),
                notice.to(),
                notice.office(),
                "",
                page("/wall/notice/" + id.value())));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(forms.pdf(form));
    }

    @PostMapping("/notices/{id}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenToAll
    LodgedObjection lodge(
            @PathVariable NoticeId id, @Valid @RequestBody NewObjection objection, HttpServletRequest request) {
        return new LodgedObjection(
                onNobodysBehalf(() -> wall.lodge(id, objection.words(), objection.contact(), request.getRemoteAddr())));
    }

    @GetMapping("/objections/{number}")
    @OpenToAll
    Wall.FollowedObjection follow(@PathVariable @Size(max = 20) String number) {
        return onNobodysBehalf(() -> wall.follow(number));
    }

    private <T> T onNobodysBehalf(Callers.Deed<T, RuntimeException> deed) {
        return Callers.as(Caller.platform(divisions.root()), deed);
    }

    private static String page(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }
}
