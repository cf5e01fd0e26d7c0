package org.infolinia.reports.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class ToBrowserTest {

    @Test
    void whatIsWrittenArrives() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ToBrowser.write(out, browser -> browser.write(new byte[] {1, 2, 3, 4}, 1, 2));

        assertThat(out.toByteArray()).containsExactly(2, 3);
    }

    @Test
    void browserThatLeavesOffIsNoFault() throws IOException {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        ToBrowser.write(gone, browser -> browser.write(new byte[10], 0, 10));
    }

    @Test
    void soundThatCannotBeReadIsOne() {
        assertThatThrownBy(() -> ToBrowser.write(new ByteArrayOutputStream(), browser -> {
                    throw new IOException("has become shorter");
                }))
                .hasMessage("has become shorter");
    }
}
