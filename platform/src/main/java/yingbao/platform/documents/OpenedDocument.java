package yingbao.platform.documents;

/** A kept file with its content. */
public final class OpenedDocument {
    private final DocumentView view;
    private final byte[] content;

    OpenedDocument(DocumentView view, byte[] content) {
        this.view = view;
        this.content = content;
    }

    public DocumentView view() {
        return view;
    }

    /** The bytes as they were stored. */
    public byte[] content() {
        return content.clone();
    }
}
