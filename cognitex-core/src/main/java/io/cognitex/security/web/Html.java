package io.cognitex.security.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Markup that is safe to send: everything that was put into it is escaped, unless it is
 * such markup itself.
 *
 * @param markup the HTML
 */
record Html(String markup) {

	static final Html NONE = new Html("");

	/**
	 * Fills a template in.
	 * @param template markup of ours with {@code %s} where values belong, in texts and in
	 * quoted attributes
	 * @param values texts, which are escaped; {@code null} is empty
	 * @return the markup
	 */
	static Html of(String template, @Nullable Object... values) {
		return new Html(template.formatted(Arrays.stream(values).map(Html::safe).toArray()));
	}

	static Html join(Html... parts) {
		return join(Arrays.asList(parts));
	}

	static Html join(Collection<Html> parts) {
		return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
	}

	private static String safe(@Nullable Object value) {
		if (value instanceof Html html) {
			return html.markup;
		}
		return (value != null) ? HtmlUtils.htmlEscape(value.toString(), "UTF-8") : "";
	}

	@Override
	public String toString() {
		return this.markup;
	}

}
