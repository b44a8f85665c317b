package io.cognitex.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every answer that a test gets against the service's model: the AWS SDK would
 * overlook members that the model does not have.
 */
final class ExactAnswers implements ExecutionInterceptor {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Map<Class<?>, Map<String, String>> MODEL = new ConcurrentHashMap<>();

	@Override
	public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
			ExecutionAttributes attributes) {
		return context.responseBody().map((body) -> {
			byte[] content = read(body);
			if (context.httpResponse().isSuccessful() && content.length > 0) {
				check("", JSON.readTree(content),
						MODEL.computeIfAbsent(context.request().getClass(), ServiceModel::answer));
			}
			return new ByteArrayInputStream(content);
		});
	}

	private static void check(String path, JsonNode value, Map<String, String> model) {
		if (value.isArray()) {
			value.forEach((element) -> check(path, element, model));
		}
		else if (value.isObject()) {
			value.properties().forEach((member) -> {
				String name = path + member.getKey();
				assertThat(model).containsKey(name);
				if (!"map".equals(model.get(name)) && !"document".equals(model.get(name))) {
					check(name + ".", member.getValue(), model);
				}
			});
		}
	}

	private static byte[] read(InputStream body) {
		try (body) {
			return body.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
