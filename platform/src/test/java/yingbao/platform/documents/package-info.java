@NullMarked
package yingbao.platform.documents;

import org.jspecify.annotations.NullMarked;
