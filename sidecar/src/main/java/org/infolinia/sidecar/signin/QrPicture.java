package org.infolinia.sidecar.signin;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a picture.
 *
 * @param size side in modules, the quiet zone included
 * @param path SVG path of the dark modules
 */
public record QrPicture(int size, String path) {

    /** The standard asks for as many light modules around. */
    private static final int QUIET = 4;

    /** @param text 200 signs at most */
    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
