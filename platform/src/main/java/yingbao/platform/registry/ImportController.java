package yingbao.platform.registry;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Page;
import yingbao.policy.pack.Pack;
import yingbao.sheet.Templates;

/** Files that people bring, templates for them, and persons registered twice. */
@RestController
@RequestMapping("/api")
class ImportController {
    private final Imports imports;
    private final Duplicates duplicates;
    private final Pack pack;

    ImportController(Imports imports, Duplicates duplicates, Pack pack) {
        this.imports = imports;
        this.duplicates = duplicates;
        this.pack = pack;
    }

    record ImportSubmitted(UUID id) {}

    record MergeWinner(@NotNull PersonId winner) {}

    @GetMapping("/imports")
    @Requires(Right.REGISTRY_IMPORT)
    Page<Imports.ImportView> list(
            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "20") int size) {
        return imports.list(Math.max(0, offset), size);
    }

    @GetMapping("/imports/{id}")
    @Requires(Right.REGISTRY_IMPORT)
    Imports.ImportView find(@PathVariable UUID id) {
        return imports.find(id);
    }

    @PostMapping("/imports")
    @Requires(Right.REGISTRY_IMPORT)
    ImportSubmitted submit(
            @RequestParam List<MultipartFile> files,
            @RequestParam LocalDate effectiveOn,
            @RequestParam @Size(max = 60) String source)
            throws IOException {
        List<Imports.Upload> uploads = new ArrayList<>();
        for (MultipartFile file : files) {
            uploads.add(new Imports.Upload(
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""), file::getInputStream));
        }
        return new ImportSubmitted(imports.submit(uploads, effectiveOn, source));
    }

    @GetMapping("/imports/{id}/returned")
    @Requires(Right.REGISTRY_IMPORT)
    void returned(@PathVariable UUID id, @RequestParam @Size(max = 200) String name, HttpServletResponse response)
            throws IOException {
        offer(response, name);
        imports.writeReturned(id, name, response.getOutputStream());
    }

    /** The empty register, as a workbook or as two CSV files in an archive. */
    @GetMapping("/imports/template")
    @Requires(Right.REGISTRY_IMPORT)
    void template(@RequestParam(defaultValue = "xlsx") @Size(max = 4) String form, HttpServletResponse response)
            throws IOException {
        Path folder = Files.createTempDirectory("yingbao-template");
        try {
            Templates.write(folder, pack);
            boolean workbook = form.equals("xlsx");
            offer(response, workbook ? "登记表.xlsx" : "登记表.zip");
            if (workbook) {
                Files.copy(folder.resolve("register.xlsx"), response.getOutputStream());
            } else {
                zip(folder, response.getOutputStream());
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void zip(Path folder, OutputStream bytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("households.csv", "persons.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(name), zip);
                zip.closeEntry();
            }
        }
    }

    private static void offer(HttpServletResponse response, String name) {
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    @GetMapping("/duplicates")
    @Requires(Right.REGISTRY_MERGE)
    Page<Duplicates.DuplicatePair> duplicates(
            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int size) {
        return duplicates.open(Math.max(0, offset), size);
    }

    @GetMapping("/duplicates/merged")
    @Requires(Right.REGISTRY_MERGE)
    List<Duplicates.DuplicatePair> merged() {
        return duplicates.merged();
    }

    @GetMapping("/duplicates/{id}")
    @Requires(Right.REGISTRY_MERGE)
    Duplicates.DuplicateComparison compare(@PathVariable UUID id) {
        return duplicates.compare(id);
    }

    @PostMapping("/duplicates/{id}/merge")
    @Requires(Right.REGISTRY_MERGE)
    void merge(@PathVariable UUID id, @Valid @RequestBody MergeWinner given) {
        duplicates.merge(id, given.winner());
    }

    @PostMapping("/duplicates/{id}/distinct")
    @Requires(Right.REGISTRY_MERGE)
    void distinct(@PathVariable UUID id) {
        duplicates.distinct(id);
    }

    @PostMapping("/duplicates/{id}/undo")
    @Requires(Right.REGISTRY_MERGE)
    void undo(@PathVariable UUID id) {
        duplicates.undo(id);
    }
}
