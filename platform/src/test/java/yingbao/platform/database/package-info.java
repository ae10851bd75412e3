/** Tests of the database's life on the real server, and {@link TestDatabase} for the tests of other packages. */
@NullMarked
package yingbao.platform.database;

import org.jspecify.annotations.NullMarked;
