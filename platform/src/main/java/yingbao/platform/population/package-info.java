/**
 * The whole register as columns, for those who ask every rule of everybody.
 *
 * <p>{@link yingbao.platform.population.Populations} reads the register once, ordered by area, into a snapshot file beside
 * the database, and gives it to whoever asks until it is taken again. Names and addresses are not in it, but citizen ids and
 * what is known of health are, in the open: the file is readable by the platform's own user alone, like the keys beside it.
 * The module decides nothing and changes nothing in the register.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas", "jobs", "registry"})
@NullMarked
package yingbao.platform.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
