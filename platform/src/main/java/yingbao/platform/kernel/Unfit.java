package yingbao.platform.kernel;

import jakarta.validation.ConstraintViolation;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

/** What is wrong with input that never reaches a service, as people are told of it. */
final class Unfit {
    private static final String MISSING = "kernel.missing";
    private static final String NO_DAY = "kernel.no-day";
    private static final int SHOWN_MAX = 40;

    private Unfit() {}

    /** Fields of a body that break their bounds. */
    static List<Refusal.Part> parts(MethodArgumentNotValidException invalid) {
        return invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> part(pointer(error), error.getRejectedValue(), error, () -> violation(error)))
                .toList();
    }

    /** Parameters of the address that break their bounds. */
    static List<Refusal.Part> parts(HandlerMethodValidationException invalid) {
        List<Refusal.Part> parts = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            String name = Optional.ofNullable(result.getMethodParameter().getParameterName())
                    .orElse("");
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                parts.add(part("/" + name, result.getArgument(), error, () -> violation(result, error)));
            }
        }
        return parts;
    }

    /** A body that is no such record, where it says at which place. */
    static List<Refusal.Part> parts(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof InvalidFormatException wrong
                && Temporal.class.isAssignableFrom(wrong.getTargetType())) {
            return List.of(new Refusal.Part(pointer(wrong.getPath()), NO_DAY, List.of(shown(wrong.getValue()))));
        }
        return List.of();
    }

    /** Whether a piece of the path is no such thing, so that there is nothing at the address. */
    static boolean isPath(TypeMismatchException wrong) {
        return wrong instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    /** A parameter of the address that is no such thing. */
    static List<Refusal.Part> parts(TypeMismatchException wrong) {
        Class<?> wanted = wrong.getRequiredType();
        boolean isDay = wanted != null && (Temporal.class.isAssignableFrom(wanted) || wanted == Optional.class);
        return isDay
                ? List.of(new Refusal.Part(
                        "/" + Optional.ofNullable(wrong.getPropertyName()).orElse(""),
                        NO_DAY,
                        List.of(shown(wrong.getValue()))))
                : List.of();
    }

    private static Refusal.Part part(
            String pointer,
            @Nullable Object given,
            MessageSourceResolvable error,
            Supplier<Optional<ConstraintViolation<?>>> violation) {
        Map<String, Object> bounds = violation
                .get()
                .map(one -> one.getConstraintDescriptor().getAttributes())
                .orElse(Map.of());
        int length = switch (given) {
            case CharSequence text -> text.length();
            case Collection<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case null -> 0;
            case Object _ -> -1;
        };
        if (length == 0) {
            return new Refusal.Part(pointer, MISSING, List.of());
        }
        if (length > 0 && bounds.get("max") instanceof Integer max && length > max) {
            String code = given instanceof CharSequence ? "kernel.too-long" : "kernel.too-many";
            return new Refusal.Part(pointer, code, List.of(max.toString(), Integer.toString(length)));
        }
        if (length > 0 && bounds.get("min") instanceof Integer min) {
            return new Refusal.Part(pointer, "kernel.too-short", List.of(min.toString()));
        }
        // Bean Validation says it in the caller's language.
        return new Refusal.Part(
                pointer,
                "kernel.invalid",
                List.of(Optional.ofNullable(error.getDefaultMessage()).orElse("")));
    }

    private static Optional<ConstraintViolation<?>> violation(FieldError error) {
        return error.contains(ConstraintViolation.class)
                ? Optional.of(error.unwrap(ConstraintViolation.class))
                : Optional.empty();
    }

    private static Optional<ConstraintViolation<?>> violation(
            ParameterValidationResult result, MessageSourceResolvable error) {
        return Optional.of(result.unwrap(error, ConstraintViolation.class));
    }

    /** {@code told.persons[2].name} as {@code /told/persons/2/name}. */
    private static String pointer(FieldError error) {
        return "/" + error.getField().replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        path.forEach(step -> pointer.append('/')
                .append(step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName()));
        return pointer.toString();
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }
}
