package yingbao.platform.kernel;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import yingbao.policy.value.ValueException;

/** Turns refusals into problems of RFC 9457 that say what, where and how to mend it. */
@RestControllerAdvice
class RefusalAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    private final Texts texts;

    RefusalAdvice(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        ProblemDetail problem = problem(status, refusal.code(), refusal.args(), refusal.pointer());
        addParts(problem, refusal.parts());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail meaningless(ValueException refusal) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal.code(), refusal.args(), "");
    }

    @ExceptionHandler
    ProblemDetail unreachable(CannotGetJdbcConnectionException failure) {
        LOG.error("the database does not answer", failure);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "kernel.database-away", List.of(), "");
    }

    @ExceptionHandler
    ProblemDetail failed(Exception failure) {
        LOG.error("a request failed", failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "kernel.failed", List.of(), "");
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException tooLarge, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                .body(problem(HttpStatus.CONTENT_TOO_LARGE, "kernel.too-large", List.of(), ""));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return unfit(HttpStatus.UNPROCESSABLE_CONTENT, Unfit.parts(invalid));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return unfit(HttpStatus.BAD_REQUEST, Unfit.parts(invalid));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return unfit(HttpStatus.BAD_REQUEST, Unfit.parts(unreadable));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (Unfit.isPath(wrong)) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .body(problem(HttpStatus.NOT_FOUND, "kernel.no-such-page", List.of(), ""));
        }
        return unfit(HttpStatus.BAD_REQUEST, Unfit.parts(wrong));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception invalid, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        LOG.debug("a request was not understood", invalid);
        String code = status.value() == HttpStatus.NOT_FOUND.value() ? "kernel.no-such-page" : "kernel.malformed";
        HttpStatus known = HttpStatus.valueOf(status.value());
        return ResponseEntity.status(status).headers(headers).body(problem(known, code, List.of(), ""));
    }

    private ResponseEntity<Object> unfit(HttpStatus status, List<Refusal.Part> parts) {
        if (parts.isEmpty()) {
            return ResponseEntity.status(status).body(problem(status, "kernel.malformed", List.of(), ""));
        }
        Refusal.Part first = parts.getFirst();
        ProblemDetail problem = problem(status, first.code(), first.args(), first.pointer());
        addParts(problem, parts);
        return ResponseEntity.status(status).body(problem);
    }

    private void addParts(ProblemDetail problem, List<Refusal.Part> parts) {
        if (!parts.isEmpty()) {
            problem.setProperty(
                    "errors",
                    parts.stream()
                            .map(part -> Map.of(
                                    "pointer",
                                    part.pointer(),
                                    "code",
                                    part.code(),
                                    "detail",
                                    texts.text(part.code(), part.args().toArray())))
                            .toList());
        }
    }

    private ProblemDetail problem(HttpStatus status, String code, List<String> args, String pointer) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, texts.text(code, args.toArray()));
        problem.setType(URI.create("about:blank"));
        problem.setProperty("code", code);
        problem.setProperty("args", args);
        if (!pointer.isEmpty()) {
            problem.setProperty("pointer", pointer);
        }
        return problem;
    }
}
