@NullMarked
package yingbao.policy.decide;

import org.jspecify.annotations.NullMarked;
