package io.cognitex.security.web;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link QrCode}, with a reader that is not of those who draw.
 */
class QrCodeTests {

	private static final int PIXELS_PER_MODULE = 4;

	@Test
	void drawWhenTextIsTooLongThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> QrCode.draw("x".repeat(3000), "label"));
	}

	@Test
	void drawWhenLabelHasMarkupThenEscaped() {
		assertThat(QrCode.draw("text", "\"><script>").markup()).contains("aria-label=\"&quot;&gt;&lt;script&gt;\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x",
			"otpauth://totp/Shop:alice%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Shop" })
	void drawWhenReadThenSaysTheText(String text) throws ReaderException {
		String svg = QrCode.draw(text, "label").markup();

		assertThat(read(svg)).isEqualTo(text);
	}

	private static String read(String svg) throws ReaderException {
		Matcher viewBox = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
		assertThat(viewBox.find()).isTrue();
		int width = Integer.parseInt(viewBox.group(1)) * PIXELS_PER_MODULE;
		int[] pixels = new int[width * width];
		Arrays.fill(pixels, 0xffffff);
		Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
		while (module.find()) {
			int left = Integer.parseInt(module.group(1)) * PIXELS_PER_MODULE;
			int top = Integer.parseInt(module.group(2)) * PIXELS_PER_MODULE;
			for (int y = top; y < top + PIXELS_PER_MODULE; y++) {
				Arrays.fill(pixels, y * width + left, y * width + left + PIXELS_PER_MODULE, 0);
			}
		}
		return new QRCodeReader()
			.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))))
			.getText();
	}

}
