/**
 * Persons, households, who belonged to which when, and what is known about them since when and from whom.
 *
 * <p>{@link yingbao.platform.registry.Register} gives a household's file as of any day and takes statements; a statement is
 * one act of stating facts, never changed afterwards, and of those that cover a day the last one holds.
 * {@link yingbao.platform.registry.LifeEvents} records births, deaths, marriages, moves and splits,
 * {@link yingbao.platform.registry.Imports} takes files, and {@link yingbao.platform.registry.Duplicates} finds persons who
 * were registered twice. Citizen ids, accounts and facts about health lie sealed, and whoever reads a file leaves an
 * entry. The module never decides what anybody is entitled to.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas", "audit", "access", "jobs", "lists", "documents"})
@NullMarked
package yingbao.platform.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
