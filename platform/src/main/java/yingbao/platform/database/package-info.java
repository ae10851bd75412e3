/**
 * The life of PostgreSQL below the platform, and the secrets that lie beside its data.
 *
 * <p>{@link yingbao.platform.database.EmbeddedPostgres} runs the server that comes along, in the platform's data folder,
 * and takes up what a killed run left; {@link yingbao.platform.database.Database#fromEnvironment} checks a server of the
 * department's own instead. Either gives a {@link yingbao.platform.database.Database} with two logins: the owner, who
 * migrates, and the application's role, which row-level security binds. {@link yingbao.platform.database.Secrets} keeps
 * the keys of encrypted columns. The package knows no table, runs no migration, keeps no pool and uses no framework.
 */
@NullMarked
package yingbao.platform.database;

import org.jspecify.annotations.NullMarked;
