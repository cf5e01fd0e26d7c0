package org.infolinia.hotline.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A file that goes with a letter. */
public final class Document {

    private final String name;
    private final String mediaType;
    private final byte[] content;
    private final String sha256;

    /**
     * @param name      as whoever gets it sees it; plain letters, digits, dots and dashes
     * @param mediaType such as {@code text/csv}
     * @throws IllegalArgumentException when the name is of other signs
     */
    public Document(String name, String mediaType, byte[] content) {
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException(
                    "document \"" + name + "\": letters, digits, dots and dashes are expected");
        }
        this.name = name;
        this.mediaType = mediaType;
        this.content = content.clone();
        this.sha256 = digest(content);
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }

    /** Of its bytes, lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document document
                && name.equals(document.name)
                && mediaType.equals(document.mediaType)
                && Arrays.equals(content, document.content);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return name + " of " + content.length + " bytes, SHA-256 " + sha256;
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
