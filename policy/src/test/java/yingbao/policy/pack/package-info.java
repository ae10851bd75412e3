@NullMarked
package yingbao.policy.pack;

import org.jspecify.annotations.NullMarked;
