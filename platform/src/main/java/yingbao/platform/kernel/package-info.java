/**
 * What every module needs: today, who is calling and from which area, refusals, sealed values, ids and the pack.
 *
 * <p>{@link yingbao.platform.kernel.Today} alone reads the clock. {@link yingbao.platform.kernel.Callers} knows on whose
 * behalf a thread works, and every transaction tells the database, whose row-level security rests on it. A
 * {@link yingbao.platform.kernel.Refusal} says what is wrong, where and how to mend it, in the caller's language. The
 * package owns the business date and nothing else in the database. It never knows a person, a case or a payment.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package yingbao.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
