/** The programmes of the Jilin pack written once more as plain Java, as a third opinion beside the rules and the golden cases. */
@NullMarked
package yingbao.policy.thirdopinion;

import org.jspecify.annotations.NullMarked;
