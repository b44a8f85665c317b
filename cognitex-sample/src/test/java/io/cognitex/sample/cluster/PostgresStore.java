package io.cognitex.sample.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Spring Session JDBC on PostgreSQL, as with the sample's profile. */
final class PostgresStore implements SessionStore {

	private final EmbeddedPostgres server;

	private PostgresStore(EmbeddedPostgres server) {
		this.server = server;
	}

	static PostgresStore start() {
		try {
			return new PostgresStore(EmbeddedPostgres.start());
		}
		catch (IOException | IllegalStateException ex) {
			throw SessionStore.absent("PostgreSQL", ex);
		}
	}

	@Override
	public List<String> properties() {
		return List.of("spring.profiles.active=cluster",
				"spring.datasource.url=" + this.server.getJdbcUrl("postgres", "postgres"));
	}

	@Override
	public long sessionsOf(String username) {
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				PreparedStatement statement = connection
					.prepareStatement("SELECT COUNT(*) FROM SPRING_SESSION WHERE PRINCIPAL_NAME = ?")) {
			statement.setString(1, username);
			try (ResultSet result = statement.executeQuery()) {
				result.next();
				return result.getLong(1);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
