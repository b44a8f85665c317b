package io.cognitex.embedded.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cognitex.embedded.internal.pool.MfaFactor;
import io.cognitex.embedded.internal.pool.MfaMode;
import io.cognitex.embedded.internal.pool.User;
import io.cognitex.embedded.internal.pool.UserMfa;
import io.cognitex.embedded.internal.pool.UserPool;
import io.cognitex.embedded.internal.pool.UserStatus;
import io.cognitex.embedded.internal.server.CognitoServer;
import io.cognitex.embedded.internal.server.ServerAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UsersFileTests {

	@AutoClose
	private final CognitoServer server = CognitoServer.listen(new ServerAddress("127.0.0.1", 0, null), "us-east-1",
			Clock.systemUTC());

	@TempDir
	private Path directory;

	@Test
	void loadWhenThereIsNoFileThenRefused() {
		Path file = this.directory.resolve("none.json");

		assertThatExceptionOfType(BadArguments.class).isThrownBy(() -> UsersFile.load(file, this.server))
			.withMessage(file + ": cannot be read");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					{                                                                          | is not JSON
					[]                                                                         | must be a JSON object
					{}                                                                         | must be a JSON object
					{"UserPools":{}}                                                           | must be a JSON object
					{"UserPools":[],"Users":[]}                                                | must be a JSON object
					{"UserPools":[7]}                                                          | UserPools[0] must be an object
					{"UserPools":[{}]}                                                         | UserPools[0]: 1 validation error
					{"UserPools":[{"PoolName":"a","Nmae":"b"}]}                                | UserPools[0]:
					{"UserPools":[{"PoolName":"a","Id":"a"}]}                                  | UserPools[0]: 1 validation error
					{"UserPools":[{"PoolName":"a","Id":7}]}                                    | UserPools[0]:
					{"UserPools":[{"PoolName":"a","Id":"eu-west-1_a"}]}                        | UserPools[0]: 'eu-west-1_a' is
					{"UserPools":[{"PoolName":"a","Users":{}}]}                                | UserPools[0].Users must be a list
					{"UserPools":[{"PoolName":"a","Users":[{}]}]}                              | UserPools[0].Users[0]: 1 validation
					{"UserPools":[{"PoolName":"a","Users":[7]}]}                               | UserPools[0].Users[0]:
					{"UserPools":[{"PoolName":"a","Users":[{"Username":"b","Password":"12345"}]}]} | UserPools[0].Users[0]: Password
					{"UserPools":[{"PoolName":"a","Users":[{"Username":"b","UserStatus":"OK"}]}]} | UserPools[0].Users[0]: 1 valid
					{"UserPools":[{"PoolName":"a","MfaConfiguration":"ON"}]}                   | UserPools[0]:
					{"UserPools":[{"PoolName":"a","EmailMfaConfiguration":7}]}                 | UserPools[0]:
					{"UserPools":[{"PoolName":"a","Groups":["b"]}]}                            | UserPools[0].Groups[0] must be an object
					{"UserPools":[{"PoolName":"a","Groups":[{"GroupName":"b","RoleArn":"c"}]}]} | UserPools[0].Groups[0]: 2 valid
					{"UserPools":[{"PoolName":"a","Groups":[{"GroupName":"b"},{"GroupName":"b"}]}]} | UserPools[0].Groups[1]: A group
					{"UserPools":[{"PoolName":"a","Users":[{"Username":"b","SoftwareTokenSecret":"c"}]}]} | UserPools[0].Users[0]: A Soft
					{"UserPools":[{"PoolName":"a","Users":[{"Username":"b","UserMFASettingList":["SMS"]}]}]} | UserPools[0].Users[0]: 1 val
					{"UserPools":[{"PoolName":"a","Users":[{"Username":"b","UserMFASettingList":["SMS_MFA"]}]}]} | UserPools[0].Users[0]: User
					{"UserPools":[{"PoolName":"a","Users":[{"Username":"b","UserMFASettingList":["SOFTWARE_TOKEN_MFA"]}]}]} | UserPools[0].Users[0]: SOFTWARE
					{"UserPools":[{"PoolName":"a","Users":[{"Username":"b","PreferredMfaSetting":"SMS_MFA"}]}]} | UserPools[0].Users[0]: The pref
					{"UserPools":[{"PoolName":"a","Clients":[{}]}]}                            | UserPools[0].Clients[0]: 1 validation
					{"UserPools":[{"PoolName":"a","Clients":[{"ClientName":"b","ClientId":"-"}]}]} | UserPools[0].Clients[0]: 1 val
					{"UserPools":[{"PoolName":"a","Clients":[{"ClientName":"b","ClientId":"c"},{"ClientName":"b","ClientId":"c"}]}]} | UserPools[0].Clients[1]: The client id 'c' is taken
					""")
	void loadWhenFileMakesNoSenseThenRefusedWithThePlace(String json, String message) throws Exception {
		Path file = write(json);

		assertThatExceptionOfType(BadArguments.class).isThrownBy(() -> UsersFile.load(file, this.server))
			.withMessageStartingWith(file + ": " + message);
	}

	@Test
	void loadWhenFileSaysWhatThereIsThenItIsThere() throws Exception {
		UsersFile.load(write("""
				{ "UserPools": [ {
					"Id": "us-east-1_Local0001",
					"PoolName": "local",
					"UsernameAttributes": ["email"],
					"Clients": [
						{ "ClientId": "web", "ClientName": "Web" },
						{ "ClientName": "Server", "GenerateSecret": true }
					],
					"Users": [
						{ "Username": "alice@example.com", "Password": "Passw0rd!", "Groups": ["admin"] },
						{ "Username": "bob@example.com", "UserStatus": "UNCONFIRMED", "Enabled": false,
						  "Attributes": { "name": "Bob" } }
					]
				} ] }"""), this.server);

		UserPool pool = this.server.services().pools().require("us-east-1_Local0001");
		assertThat(pool.requireClient("web").secret()).isNull();
		assertThat(pool.clients()).anySatisfy((client) -> assertThat(client.secret()).hasSize(52));
		User alice = pool.users().find("alice@example.com").orElseThrow();
		assertThat(alice.status()).isEqualTo(UserStatus.CONFIRMED);
		assertThat(alice.verified("email")).isTrue();
		assertThat(alice.groups()).containsExactly("admin");
		assertThat(pool.groups().find("admin")).isPresent();
		User bob = pool.users().find("bob@example.com").orElseThrow();
		assertThat(bob.status()).isEqualTo(UserStatus.UNCONFIRMED);
		assertThat(bob.enabled()).isFalse();
		assertThat(bob.attribute("name")).isEqualTo("Bob");
	}

	@Test
	void loadWhenFileSaysWhatSecondFactorsThereAreThenTheyAreThere() throws Exception {
		UsersFile.load(write("""
				{ "UserPools": [ {
					"Id": "us-east-1_Local0001",
					"PoolName": "local",
					"MfaConfiguration": "OPTIONAL",
					"SoftwareTokenMfaConfiguration": { "Enabled": true },
					"EmailMfaConfiguration": {},
					"Groups": [ { "GroupName": "admin", "Precedence": 1,
						"RoleArn": "arn:aws:iam::123456789012:role/admin" } ],
					"Users": [ {
						"Username": "alice", "Password": "Passw0rd!", "Groups": ["admin"],
						"Attributes": { "email": "alice@example.com" },
						"SoftwareTokenSecret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
						"UserMFASettingList": ["EMAIL_OTP"],
						"PreferredMfaSetting": "SOFTWARE_TOKEN_MFA"
					} ]
				} ] }"""), this.server);

		UserPool pool = this.server.services().pools().require("us-east-1_Local0001");
		assertThat(pool.settings().mfa().mode()).isEqualTo(MfaMode.OPTIONAL);
		assertThat(pool.settings().mfa().factors()).containsExactlyInAnyOrder(MfaFactor.SOFTWARE_TOKEN_MFA,
				MfaFactor.EMAIL_OTP);
		assertThat(pool.groups().require("admin").precedence()).isEqualTo(1);
		UserMfa mfa = pool.users().find("alice").orElseThrow().mfa();
		assertThat(mfa.enabled()).containsExactlyInAnyOrder(MfaFactor.SOFTWARE_TOKEN_MFA, MfaFactor.EMAIL_OTP);
		assertThat(mfa.preferred()).isEqualTo(MfaFactor.SOFTWARE_TOKEN_MFA);
		assertThat(mfa.softwareToken()).isNotNull();
	}

	private Path write(String json) throws Exception {
		return Files.writeString(this.directory.resolve("users.json"), json);
	}

}
