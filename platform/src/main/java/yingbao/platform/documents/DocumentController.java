package yingbao.platform.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.policy.value.AreaCode;

@RestController
@RequestMapping("/api/documents")
class DocumentController {
    /** Whatever a file holds, it runs nothing and loads nothing. */
    private static final String CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    /** A file that was taken. */
    record Stored(DocumentId id) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires({Right.CASE_APPLY, Right.CASE_ACT, Right.REGISTRY_WRITE})
    Stored store(@RequestParam MultipartFile file, @RequestParam String area) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return new Stored(documents.store(name, file.getBytes(), AreaCode.parse(area)));
    }

    /** A paper shows citizen numbers whole, so that who sees persons masked may not open it. */
    @GetMapping("/{id}")
    @Requires(Right.PERSON_OPEN)
    ResponseEntity<byte[]> open(@PathVariable DocumentId id) {
        OpenedDocument document = documents.open(id);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(document.view().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.view().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .body(document.content());
    }
}
