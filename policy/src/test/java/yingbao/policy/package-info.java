@NullMarked
package yingbao.policy;

import org.jspecify.annotations.NullMarked;
