/**
 * Decides whole populations: the checked expressions of a pack, compiled into loops over columns of numbers.
 *
 * <p>A {@link yingbao.policy.batch.Population} holds what is known of households and persons as columns. A
 * {@link yingbao.policy.batch.Plan} orders everything that the programmes of a day ask for, each worked out once: facts,
 * facts that follow from others, lets, clauses, amounts, decisions. {@link yingbao.policy.batch.BatchEngine} goes through
 * the population in chunks that stay in the processor's cache. A household in which anything cannot be worked out exactly
 * in 64 bits is decided by {@link yingbao.policy.decide.Engine} instead, so that both always say the same.
 *
 * <p>Decisions go to a {@link yingbao.policy.batch.Sink} chunk by chunk. A {@link yingbao.policy.batch.Snapshot} is a
 * population in a file, mapped into memory.
 */
@NullMarked
package yingbao.policy.batch;

import org.jspecify.annotations.NullMarked;
