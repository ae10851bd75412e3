/**
 * Papers: files that people hand in, and official forms that the platform prints.
 *
 * <p>{@link yingbao.platform.documents.Documents} keeps a file sealed, with its hash and the area it belongs to, and takes
 * an entry in the log whenever one is opened; nothing is ever changed or deleted. A {@link yingbao.platform.documents.Form}
 * says what stands on a paper, {@link yingbao.platform.documents.Papers} words the usual ones, and
 * {@link yingbao.platform.documents.Forms} prints any as PDF. Who may see a file follows from its area and the caller's
 * rights. The module never knows a person, a case or a programme: what a paper says is given to it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas", "audit", "access"})
@NullMarked
package yingbao.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
