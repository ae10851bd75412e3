/**
 * A policy pack: one province's areas, code lists, calendars, facts, parameters, programmes, workflows, mandates and
 * golden examples, read from files that policy staff can review.
 *
 * <p>{@link yingbao.policy.pack.PackReader} turns a folder into a {@link yingbao.policy.pack.Pack} or into faults with
 * file, line and column; a pack that was read is whole and consistent. The package knows the shapes of these files and
 * what may refer to what. It knows no programme, office or place by name, decides nothing, and holds no value that a
 * file did not state.
 */
@NullMarked
package yingbao.policy.pack;

import org.jspecify.annotations.NullMarked;
