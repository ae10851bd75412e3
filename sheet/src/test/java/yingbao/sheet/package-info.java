/** Tests of the files of a register, every one of them written by the test itself. */
@NullMarked
package yingbao.sheet;

import org.jspecify.annotations.NullMarked;
