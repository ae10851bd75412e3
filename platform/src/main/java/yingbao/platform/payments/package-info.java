/**
 * What is paid to whom from whose money, and proof of it.
 *
 * <p>The ledger holds accounts of a county and transfers between them that nobody can change;
 * {@link yingbao.platform.payments.Ledger} shows balances, which always sum to zero. A run of
 * {@link yingbao.platform.payments.Payments} pays a county's recipients what is decided for them less what was posted or
 * is pending, so that arrears and recoveries need no code of their own; one person prepares it and another confirms it.
 * {@link yingbao.platform.payments.BankFiles} writes a confirmed run for the bank, and
 * {@link yingbao.platform.payments.BankReturns} posts or voids what the bank reports. To {@link yingbao.platform.cases.Payouts}
 * it tells how far the money of a case has come. The module never decides an amount,
 * and never changes what cases decided.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "areas",
            "audit",
            "access",
            "jobs",
            "lists",
            "documents",
            "registry",
            "programmes",
            "cases"
        })
@NullMarked
package yingbao.platform.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
