package org.infolinia.hotline.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.Texts;

/**
 * The text of one file, which can tell where a tag or an attribute begins.
 *
 * <p>XML parsers name the place just behind a tag; a coordinator looks for the tag, or better the attribute, itself.
 */
final class SourceText {

    /** Bytes; a hotline of 300 announcements in two languages stays below half of it. */
    static final int LARGEST = 1_000_000;

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:.-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

    private final String file;
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        lineStarts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            boolean windowsEnd = here == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (here == '\n' || (here == '\r' && !windowsEnd)) {
                lineStarts.add(i + 1);
            }
        }
    }

    /**
     * @param bytes what stood in the file
     * @throws HotlineRefused when that is not UTF-8, or too large
     */
    static SourceText of(String file, byte[] bytes) throws HotlineRefused {
        if (bytes.length > LARGEST) {
            throw refused(new Finding(file, 0, 0, Remark.TOO_LARGE.of(LARGEST)));
        }
        int start = startsWithMark(bytes) ? 3 : 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes, start, bytes.length - start);
        try {
            return new SourceText(file, decoder.decode(input).toString());
        } catch (CharacterCodingException e) {
            // The decoder stops in front of the first bad byte.
            String before = decoded(bytes, input.position());
            SourceText readable = new SourceText(file, before);
            int line = readable.lineStarts.size();
            int column = before.length() - readable.lineStarts.get(line - 1) + 1;
            throw refused(new Finding(file, line, column, Remark.NOT_UTF_8.of()));
        }
    }

    /**
     * At most one byte more than a file may have.
     *
     * @throws HotlineRefused when the file is missing or unreadable
     */
    static byte[] bytesOf(Path path) throws HotlineRefused {
        String file = path.toString();
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw refused(new Finding(file, 0, 0, Remark.NO_FILE.of()));
        } catch (IOException e) {
            throw refused(new Finding(file, 0, 0, Remark.UNREADABLE.of(e)));
        }
    }

    /** The beginning of a file, without its byte order mark; a sign stands for each byte that is not UTF-8. */
    static String decoded(byte[] bytes, int end) {
        int start = startsWithMark(bytes) ? 3 : 0;
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static HotlineRefused refused(Finding finding) {
        return new HotlineRefused(List.of(finding));
    }

    String text() {
        return text;
    }

    /** At exactly that place. */
    Finding here(int line, int column, Texts words) {
        return new Finding(file, Math.max(line, 0), Math.max(column, 0), words);
    }

    /**
     * At the beginning of the tag that ends there.
     *
     * @param line   line of the place just behind the tag
     * @param column column of the place just behind the tag
     */
    Finding atTag(int line, int column, Texts words) {
        return at(tagStart(line, column), words);
    }

    /** At the name of an attribute of the tag that ends there; at the tag where it has no such attribute. */
    Finding atAttribute(int line, int column, String attribute, Texts words) {
        int end = offset(line, column);
        int start = tagStart(line, column);
        Matcher matcher = ATTRIBUTE.matcher(text).region(start, end);
        while (matcher.find()) {
            if (matcher.group(1).equals(attribute)) {
                return at(matcher.start(1), words);
            }
        }
        return at(start, words);
    }

    /** At the opening tag of the element whose closing tag ends there. */
    Finding atElement(int line, int column, String element, Texts words) {
        int tag = tagStart(line, column);
        if (!text.startsWith("</", tag)) {
            return at(tag, words);
        }
        int opening = text.lastIndexOf("<" + element, tag);
        return at(opening < 0 ? tag : opening, words);
    }

    /** No attribute value may hold a "<", so the nearest one to the left begins the tag. */
    private int tagStart(int line, int column) {
        return Math.max(text.lastIndexOf('<', offset(line, column) - 1), 0);
    }

    private int offset(int line, int column) {
        int known = Math.min(Math.max(line, 1), lineStarts.size());
        return Math.min(lineStarts.get(known - 1) + Math.max(column, 1) - 1, text.length());
    }

    /** The line in which the tag that ends there begins. */
    int lineOfTag(int line, int column) {
        return lineAt(tagStart(line, column));
    }

    private int lineAt(int offset) {
        int line = lineStarts.size();
        while (lineStarts.get(line - 1) > offset) {
            line--;
        }
        return line;
    }

    private Finding at(int offset, Texts words) {
        int line = lineAt(offset);
        return new Finding(file, line, offset - lineStarts.get(line - 1) + 1, words);
    }
}
