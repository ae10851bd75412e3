package yingbao.platform.notices;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.kernel.Page;

/** Objections on the inside. */
@RestController
@RequestMapping("/api/objections")
class ObjectionController {
    private final Objections objections;

    ObjectionController(Objections objections) {
        this.objections = objections;
    }

    record ObjectionAnswer(
            @NotNull @Size(min = 1, max = 2000) String answer) {}

    record ObjectionContact(String contact) {}

    @GetMapping
    @Requires(Right.CASE_ACT)
    Page<ObjectionView> list(
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return objections.list(answered, offset, size);
    }

    @PostMapping("/{id}/contact")
    @Requires(Right.PERSON_OPEN)
    ObjectionContact contact(@PathVariable ObjectionId id) {
        return new ObjectionContact(objections.contact(id));
    }

    @PostMapping("/{id}/answer")
    @Requires(Right.CASE_ACT)
    void answer(@PathVariable ObjectionId id, @Valid @RequestBody ObjectionAnswer given) {
        objections.answer(id, given.answer());
    }
}
