package io.cognitex.boot.security;

import java.util.Objects;

import io.cognitex.security.SessionEncryptor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Encrypts the attributes of sessions in a database, which are written as the application
 * has it: with its {@code springSessionConversionService}, or by Java serialization.
 */
final class JdbcSessionEncryption implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

	private static final TypeDescriptor OBJECT = TypeDescriptor.valueOf(Object.class);

	private static final TypeDescriptor BYTES = TypeDescriptor.valueOf(byte[].class);

	private final ObjectProvider<SessionEncryptor> encryptor;

	private final ConfigurableListableBeanFactory beans;

	JdbcSessionEncryption(ObjectProvider<SessionEncryptor> encryptor, ConfigurableListableBeanFactory beans) {
		this.encryptor = encryptor;
		this.beans = beans;
	}

	@Override
	public void customize(JdbcIndexedSessionRepository repository) {
		this.encryptor.ifUnique((encryptor) -> repository
			.setConversionService(encrypting(written(), new StoredSessionValues(encryptor))));
	}

	/**
	 * The conversion that Spring Session chooses, which the repository does not tell.
	 */
	private ConversionService written() {
		for (String name : new String[] { "springSessionConversionService", "conversionService" }) {
			if (this.beans.containsBean(name)) {
				return this.beans.getBean(name, ConversionService.class);
			}
		}
		GenericConversionService serialization = new GenericConversionService();
		serialization.addConverter(Object.class, byte[].class, new SerializingConverter());
		serialization.addConverter(byte[].class, Object.class,
				new DeserializingConverter(this.beans.getBeanClassLoader()));
		return serialization;
	}

	private static ConversionService encrypting(ConversionService written, StoredSessionValues values) {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class,
				(value) -> values.encrypt((byte[]) Objects.requireNonNull(written.convert(value, OBJECT, BYTES))));
		Converter<byte[], @Nullable Object> decrypting = (stored) -> {
			byte[] value = values.decrypt(stored);
			return (value != null) ? written.convert(value, BYTES, OBJECT) : null;
		};
		conversion.addConverter(byte[].class, Object.class, decrypting);
		return conversion;
	}

}
