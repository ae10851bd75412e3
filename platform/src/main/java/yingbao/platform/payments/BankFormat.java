package yingbao.platform.payments;

/** A format in which banks take payments. */
public enum BankFormat {
    CSV("csv", "text/csv"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** ISO 20022, CustomerCreditTransferInitiationV09. */
    PAIN("xml", "application/xml");

    private final String extension;
    private final String mediaType;

    BankFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }
}
