/** Tests of the intake: what cells mean, and what becomes of a register with faults in it. */
@NullMarked
package yingbao.policy.register;

import org.jspecify.annotations.NullMarked;
