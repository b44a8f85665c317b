package io.cognitex.security.jackson;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Demands every component of our records that is not {@link Nullable}, so that a session
 * with holes is refused where it is read, and not later.
 */
@SuppressWarnings("serial") // Lives as long as the mapper
final class RequiredComponents extends NopAnnotationIntrospector {

	@Override
	public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
		Class<?> type = member.getDeclaringClass();
		if (!type.isRecord() || !type.getPackageName().startsWith("io.cognitex")) {
			return null;
		}
		RecordComponent[] components = type.getRecordComponents();
		if (member instanceof AnnotatedParameter parameter
				&& parameter.getOwner().getParameterCount() == components.length) {
			return isRequired(components[parameter.getIndex()]);
		}
		return Arrays.stream(components)
			.filter((component) -> component.getName().equals(member.getName()))
			.findFirst()
			.map(RequiredComponents::isRequired)
			.orElse(null);
	}

	private static boolean isRequired(RecordComponent component) {
		return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

}
