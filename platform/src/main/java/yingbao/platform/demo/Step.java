package yingbao.platform.demo;

import java.time.LocalDate;
import java.util.Optional;
import yingbao.platform.kernel.Caller;

/**
 * One deed of the demonstration.
 *
 * @param name the same in every run, so that a deed is known to be done
 * @param on the business date on which it is done
 * @param caller who does it
 * @param after the step that must have been done and not refused; empty where it stands alone
 * @param alone whether it begins its transactions itself, because it waits for a job
 */
record Step(String name, LocalDate on, Caller caller, Optional<String> after, boolean alone, Deed deed) {

    /** Does it and returns what later steps need to know. */
    @FunctionalInterface
    interface Deed {
        String run();
    }

    /** A deed that is one transaction. */
    static Step of(String name, LocalDate on, Caller caller, Deed deed) {
        return new Step(name, on, caller, Optional.empty(), false, deed);
    }

    /** A deed that is one transaction and makes sense only after another. */
    static Step after(Step other, String name, LocalDate on, Caller caller, Deed deed) {
        return new Step(name, on, caller, Optional.of(other.name()), false, deed);
    }

    /** A deed that waits for something. */
    static Step waiting(String name, LocalDate on, Caller caller, Deed deed) {
        return new Step(name, on, caller, Optional.empty(), true, deed);
    }
}
