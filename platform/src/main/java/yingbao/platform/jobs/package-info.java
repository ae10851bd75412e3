/**
 * Long work that goes on by itself: imports, runs, re-assessments.
 *
 * <p>{@link yingbao.platform.jobs.Jobs} plans a job inside the transaction that wants it, so that no job is planned for
 * what did not happen; it is carried out on behalf of who asked, and again after a crash, for which reason a
 * {@link yingbao.platform.jobs.JobWork} must be able to go on where it stopped. Progress is kept in the database and seen
 * by everybody in whose area the job works. The module never knows what a job does.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas", "audit", "access"})
@NullMarked
package yingbao.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
