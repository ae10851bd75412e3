package yingbao.platform.payments;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import yingbao.policy.value.Money;

/**
 * Writes payments as ISO 20022 pain.001.001.09. Ids are of letters, digits and hyphens and at most 35 long; Chinese stands
 * only where the message has names and free text, at most 140 characters.
 */
final class PainFile {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final int TEXT_MAX = 140;
    private static final String CURRENCY = "CNY";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final XMLStreamWriter xml;

    private PainFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(BankOrder order, OutputStream out) {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new PainFile(xml).document(order);
            xml.flush();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("the bank's file could not be written", broken);
        }
    }

    private void document(BankOrder order) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        header(order);
        payments(order);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void header(BankOrder order) throws XMLStreamException {
        OffsetDateTime created =
                order.createdAt().atZone(CHINA).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
        xml.writeStartElement("GrpHdr");
        leaf("MsgId", order.messageId());
        leaf("CreDtTm", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created));
        totals(order);
        xml.writeStartElement("InitgPty");
        leaf("Nm", text(order.payer().name()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void totals(BankOrder order) throws XMLStreamException {
        leaf("NbOfTxs", Integer.toString(order.entries().size()));
        leaf("CtrlSum", Money.ofFen(order.sumFen()).yuan());
    }

    private void payments(BankOrder order) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        leaf("PmtInfId", order.messageId());
        leaf("PmtMtd", "TRF");
        leaf("BtchBookg", "true");
        totals(order);
        xml.writeStartElement("ReqdExctnDt");
        leaf("Dt", order.payOn().toString());
        xml.writeEndElement();
        xml.writeStartElement("Dbtr");
        leaf("Nm", text(order.payer().name()));
        xml.writeEndElement();
        account("DbtrAcct", order.payer().account());
        agent("DbtrAgt", order.payer().bank());
        for (BankOrder.Entry entry : order.entries()) {
            payment(entry, order.purpose());
        }
        xml.writeEndElement();
    }

    private void payment(BankOrder.Entry entry, String purpose) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        xml.writeStartElement("PmtId");
        leaf("InstrId", entry.reference());
        leaf("EndToEndId", entry.reference());
        xml.writeEndElement();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", CURRENCY);
        xml.writeCharacters(Money.ofFen(entry.amountFen()).yuan());
        xml.writeEndElement();
        xml.writeEndElement();
        if (!entry.bank().isEmpty()) {
            agent("CdtrAgt", entry.bank());
        }
        xml.writeStartElement("Cdtr");
        leaf("Nm", text(entry.payee()));
        xml.writeEndElement();
        account("CdtrAcct", entry.account());
        xml.writeStartElement("RmtInf");
        leaf("Ustrd", text(purpose));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void account(String element, String number) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        xml.writeStartElement("Othr");
        leaf("Id", number);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void agent(String element, String bank) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("FinInstnId");
        leaf("Nm", text(bank));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void leaf(String element, String content) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    /** A text as the message takes it: without what XML forbids, and not too long. */
    private static String text(String content) {
        return content.codePoints()
                .filter(character -> character >= ' ' && Character.isDefined(character) && !isSurrogate(character))
                .limit(TEXT_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
