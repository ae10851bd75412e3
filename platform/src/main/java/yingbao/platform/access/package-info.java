/**
 * Users, how they sign in, and what they may do where.
 *
 * <p>A user has one role of the pack and one area; {@link yingbao.platform.access.Right} lists what roles can grant. Every
 * endpoint says {@link yingbao.platform.access.Requires}, {@link yingbao.platform.access.SignedIn} or
 * {@link yingbao.platform.access.OpenToAll}, and one that says nothing is refused. Passwords are kept as Argon2id
 * hashes; who confirms money or standards signs in with a one-time code as well. A new user is invited and chooses the
 * password. The module never decides what a right means to a case or a payment.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas", "audit"})
@NullMarked
package yingbao.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
