@NullMarked
package yingbao.platform.drafts;

import org.jspecify.annotations.NullMarked;
