package yingbao.platform.payments;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import yingbao.platform.kernel.Refusal;

/**
 * Reads a CustomerPaymentStatusReport (ISO 20022, pain.002 of any version) in which the bank reports on every transaction.
 * Whatever refers outside the file is refused, and the file is read as a stream.
 */
final class StatusReport {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.";
    private static final int DEPTH_MAX = 32;
    private static final int TEXT_MAX = 500;
    private static final String GROUP = "OrgnlPmtInfAndSts";
    private static final String TRANSACTION = "TxInfAndSts";

    private final XMLStreamReader xml;
    private final String name;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> transaction = new HashMap<>();
    private final List<ReturnSheet.Row> rows = new ArrayList<>();
    private String groupStatus = "";

    private StatusReport(XMLStreamReader xml, String name) {
        this.xml = xml;
        this.name = name;
    }

    /**
     * Reads a report; its rows are its transactions, counted from 1.
     *
     * @throws Refusal {@code payments.return-no-report} (the name) when it is another message, or broken,
     *     {@code payments.return-no-transactions} when it reports on the whole and not on each
     */
    static List<ReturnSheet.Row> read(String name, byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            List<ReturnSheet.Row> rows =
                    new StatusReport(factory.createXMLStreamReader(new ByteArrayInputStream(content)), name).rows();
            if (rows.isEmpty()) {
                throw Refusal.invalid("payments.return-no-transactions");
            }
            return rows;
        } catch (XMLStreamException broken) {
            throw Refusal.invalid("payments.return-no-report", name);
        }
    }

    private List<ReturnSheet.Row> rows() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < TEXT_MAX) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Refusal.invalid("payments.return-no-report", name);
                default -> {}
            }
        }
        return rows;
    }

    private void begin() {
        String element = xml.getLocalName();
        boolean foreign = path.isEmpty()
                && (xml.getNamespaceURI() == null || !xml.getNamespaceURI().startsWith(NAMESPACE));
        if (foreign || path.size() == DEPTH_MAX) {
            throw Refusal.invalid("payments.return-no-report", name);
        }
        if (element.equals(GROUP)) {
            groupStatus = "";
        }
        path.push(element);
        text.setLength(0);
    }

    private void end() {
        String element = path.pop();
        if (element.equals(TRANSACTION)) {
            take();
            transaction.clear();
        } else if (element.equals("PmtInfSts")) {
            groupStatus = text.toString().strip();
        } else if (path.contains(TRANSACTION) && !text.toString().isBlank()) {
            String key = "Rsn".equals(path.peek()) ? "Rsn" : element;
            transaction.merge(key, text.toString().strip(), (one, other) -> one + " " + other);
        }
        text.setLength(0);
    }

    private void take() {
        if (rows.size() == ReturnSheet.ROWS_MAX) {
            throw Refusal.invalid("payments.return-long", ReturnSheet.ROWS_MAX);
        }
        // A transaction without a status of its own has that of its group.
        String status = transaction.getOrDefault("TxSts", groupStatus);
        String reason = Stream.of("Rsn", "AddtlInf")
                .map(key -> transaction.getOrDefault(key, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        rows.add(ReturnSheet.Row.of(
                rows.size() + 1,
                transaction.getOrDefault("OrgnlEndToEndId", ""),
                status,
                reason,
                transaction.getOrDefault("InstdAmt", "")));
    }
}
