package yingbao.platform.payments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import yingbao.platform.access.Requires;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.kernel.Page;
import yingbao.policy.value.AreaCode;

/** The ledger, and the account that a county pays from. */
@RestController
@RequestMapping("/api/payments")
class LedgerController {
    private final Ledger ledger;
    private final BankFiles bank;
    private final Divisions divisions;

    LedgerController(Ledger ledger, BankFiles bank, Divisions divisions) {
        this.ledger = ledger;
        this.bank = bank;
        this.divisions = divisions;
    }

    /** A county that has accounts. */
    record LedgerCounty(String code, String name) {}

    record PayerBody(
            @NotNull @Size(min = 1, max = 140) String name,
            @NotNull @Size(min = 1, max = 140) String bank,
            @NotNull @Size(min = 6, max = 60) String account) {}

    @GetMapping("/counties")
    @Requires(Right.PAYMENT_READ)
    List<LedgerCounty> counties() {
        return ledger.counties().stream()
                .map(code -> new LedgerCounty(code.digits(), divisions.name(code)))
                .toList();
    }

    @GetMapping("/accounts")
    @Requires(Right.PAYMENT_READ)
    List<Ledger.AccountView> accounts(@RequestParam @Size(max = 12) String county) {
        return ledger.balances(AreaCode.parse(county));
    }

    @GetMapping("/accounts/{id}/movements")
    @Requires(Right.PAYMENT_READ)
    List<Ledger.MovementView> movements(@PathVariable int id) {
        return ledger.movements(id);
    }

    @GetMapping("/transfers")
    @Requires(Right.PAYMENT_READ)
    Page<Ledger.TransferView> transfers(
            @RequestParam Optional<Integer> account,
            @RequestParam Optional<RunId> run,
            @RequestParam Optional<UUID> entitlement,
            @RequestParam Optional<UUID> recipient,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int size) {
        return ledger.transfers(new Ledger.TransferFilter(
                account, run, entitlement, recipient, Math.max(0, offset), Page.bounded(size)));
    }

    /** The account that a county pays from; none where it is not set. */
    @GetMapping("/payer")
    @Requires(Right.PAYMENT_READ)
    List<BankFiles.PayerView> payer(@RequestParam @Size(max = 12) String county) {
        return bank.payer(AreaCode.parse(county)).stream().toList();
    }

    @PutMapping("/payer")
    @Requires(Right.PAYMENT_BANK)
    void setPayer(@RequestParam @Size(max = 12) String county, @Valid @RequestBody PayerBody payer) {
        bank.setPayer(AreaCode.parse(county), payer.name(), payer.bank(), payer.account());
    }
}
