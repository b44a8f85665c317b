package io.cognitex.security.web;

import org.springframework.util.ClassUtils;

/**
 * Draws a QR code as SVG, here and without asking anybody: what it shows is a secret.
 * Needs the optional library {@code io.nayuki:qrcodegen}.
 */
final class QrCode {

	/** What scanners need to find the code. */
	private static final int QUIET_ZONE = 4;

	private static final boolean AVAILABLE = ClassUtils.isPresent("io.nayuki.qrcodegen.QrCode",
			QrCode.class.getClassLoader());

	private QrCode() {
	}

	static boolean isAvailable() {
		return AVAILABLE;
	}

	/**
	 * Draws a text.
	 * @param text what a scanner reads
	 * @param label what a screen reader says
	 * @return an {@code svg} element
	 * @throws IllegalArgumentException if the text is too long for a QR code
	 */
	static Html draw(String text, String label) {
		io.nayuki.qrcodegen.QrCode code;
		try {
			code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
		}
		catch (io.nayuki.qrcodegen.DataTooLongException ex) {
			throw new IllegalArgumentException("The text is too long for a QR code", ex);
		}
		int size = code.size + 2 * QUIET_ZONE;
		// Dark on light in dark mode as well: many scanners read nothing else
		return Html.of("""
				<svg class="qr-code" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %1$s" role="img" \
				aria-label="%2$s" shape-rendering="crispEdges">
				<path fill="#fff" d="M0 0h%1$sv%1$sH0z"/><path fill="#000" d="%3$s"/></svg>
				""", size, label, modules(code));
	}

	private static String modules(io.nayuki.qrcodegen.QrCode code) {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < code.size; y++) {
			for (int x = 0; x < code.size; x++) {
				if (code.getModule(x, y)) {
					path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE).append("h1v1h-1z");
				}
			}
		}
		return path.toString();
	}

}
