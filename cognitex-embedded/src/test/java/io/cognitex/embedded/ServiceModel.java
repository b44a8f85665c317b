package io.cognitex.embedded;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;

/**
 * The service's model, as far as the AWS SDK has it: operations and their members.
 */
final class ServiceModel {

	private ServiceModel() {
	}

	/**
	 * The names of all operations.
	 */
	static SortedSet<String> operations() {
		SortedSet<String> names = new TreeSet<>();
		requests().forEach((request) -> names.add(operation(request)));
		return names;
	}

	/**
	 * The members of an operation's request, and of the structures in it: paths such as
	 * {@code UserAttributes.Name}, with the kind of each.
	 */
	static SortedMap<String, String> members(String operation) {
		return members(requests().filter((type) -> operation(type).equals(operation)).findFirst().orElseThrow());
	}

	/**
	 * The members of the answer to a request.
	 */
	static SortedMap<String, String> answer(Class<?> request) {
		try {
			return members(Class.forName(request.getName().replaceAll("Request$", "Response")));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SortedMap<String, String> members(Class<?> message) {
		SortedMap<String, String> members = new TreeMap<>();
		collect("", pojo(message), members);
		return members;
	}

	private static void collect(String path, SdkPojo pojo, SortedMap<String, String> members) {
		pojo.sdkFields().forEach((field) -> collect(path + field.locationName(), field, members));
	}

	private static void collect(String path, SdkField<?> field, SortedMap<String, String> members) {
		MarshallingType<?> type = field.marshallingType();
		if (type == MarshallingType.SDK_POJO) {
			members.put(path, "structure");
			collect(path + ".", field.constructor().get(), members);
		}
		else if (type == MarshallingType.LIST) {
			members.put(path, "list");
			SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
			if (element.marshallingType() == MarshallingType.SDK_POJO) {
				collect(path + ".", element.constructor().get(), members);
			}
		}
		else {
			members.put(path, kind(type));
		}
	}

	private static String kind(MarshallingType<?> type) {
		if (type == MarshallingType.STRING) {
			return "string";
		}
		if (type == MarshallingType.BOOLEAN) {
			return "boolean";
		}
		if (type == MarshallingType.INTEGER) {
			return "integer";
		}
		return (type == MarshallingType.MAP) ? "map" : "document";
	}

	private static SdkPojo pojo(Class<?> message) {
		try {
			Object builder = message.getMethod("builder").invoke(null);
			Method build = Class.forName(message.getName() + "$Builder").getMethod("build");
			return (SdkPojo) build.invoke(builder);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<Class<?>> requests() {
		return Arrays.stream(CognitoIdentityProviderClient.class.getMethods())
			.filter((method) -> method.getParameterCount() == 1)
			.<Class<?>>map((method) -> method.getParameterTypes()[0])
			.filter(CognitoIdentityProviderRequest.class::isAssignableFrom)
			.distinct();
	}

	private static String operation(Class<?> request) {
		return request.getSimpleName()
			.replaceAll("Request$", "")
			.replace("MfaPreference", "MFAPreference")
			.replace("Csv", "CSV")
			.replace("UiCustomization", "UICustomization");
	}

}
