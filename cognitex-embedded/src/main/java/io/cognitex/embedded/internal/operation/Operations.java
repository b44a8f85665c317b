package io.cognitex.embedded.internal.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The operations by name.
 */
public final class Operations {

	private final Map<String, Operation> operations;

	public Operations(Services services) {
		this.operations = all(services).stream().collect(Collectors.toMap(Operation::name, Function.identity()));
	}

	/**
	 * Finds an operation.
	 * @param name the name
	 * @return the operation, if it is emulated
	 */
	public Optional<Operation> find(String name) {
		return Optional.ofNullable(this.operations.get(name));
	}

	private static List<Operation> all(Services services) {
		// @formatter:off
		return List.of(
				new SignUp(services),
				new ConfirmSignUp(services),
				new ResendConfirmationCode(services),
				new ForgotPassword(services),
				new ConfirmForgotPassword(services),
				new InitiateAuth(services),
				new RespondToAuthChallenge(services),
				new GetTokensFromRefreshToken(services),
				new RevokeToken(services),
				new GetUser(services),
				new ChangePassword(services),
				new UpdateUserAttributes(services),
				new GetUserAttributeVerificationCode(services),
				new VerifyUserAttribute(services),
				new GlobalSignOut(services),
				new CreateUserPool(services),
				new DescribeUserPool(services),
				new CreateUserPoolClient(services),
				new DescribeUserPoolClient(services),
				new CreateGroup(services),
				new AdminAddUserToGroup(services),
				new AdminConfirmSignUp(services),
				new AdminCreateUser(services),
				new AdminSetUserPassword(services),
				new AdminUpdateUserAttributes(services),
				new AdminDeleteUserAttributes(services),
				new AdminDisableUser(services),
				new AdminEnableUser(services),
				new AdminDeleteUser(services),
				new AdminResetUserPassword(services),
				new AdminUserGlobalSignOut(services),
				new DeleteUser(services),
				new DeleteUserAttributes(services),
				new AdminRemoveUserFromGroup(services),
				new AdminListGroupsForUser(services),
				new ListUsersInGroup(services),
				new GetGroup(services),
				new UpdateGroup(services),
				new DeleteGroup(services),
				new ListGroups(services),
				new ListUsers(services),
				new UpdateUserPool(services),
				new DeleteUserPool(services),
				new ListUserPools(services),
				new AddCustomAttributes(services),
				new UpdateUserPoolClient(services),
				new DeleteUserPoolClient(services),
				new ListUserPoolClients(services),
				new AddUserPoolClientSecret(services),
				new ListUserPoolClientSecrets(services),
				new DeleteUserPoolClientSecret(services),
				new AssociateSoftwareToken(services),
				new VerifySoftwareToken(services),
				new SetUserMFAPreference(services),
				new SetUserSettings(services),
				new GetUserAuthFactors(services),
				new AdminGetUserAuthFactors(services),
				new SetUserPoolMfaConfig(services),
				new GetUserPoolMfaConfig(services),
				new AdminSetUserMFAPreference(services),
				new AdminDeleteSoftwareToken(services),
				new ConfirmDevice(services),
				new GetDevice(services),
				new ListDevices(services),
				new ForgetDevice(services),
				new UpdateDeviceStatus(services),
				new AdminGetDevice(services),
				new AdminListDevices(services),
				new AdminForgetDevice(services),
				new AdminUpdateDeviceStatus(services),
				new StartWebAuthnRegistration(services),
				new CompleteWebAuthnRegistration(services),
				new ListWebAuthnCredentials(services),
				new DeleteWebAuthnCredential(services),
				new AdminListUserAuthEvents(services),
				new UpdateAuthEventFeedback(services),
				new AdminUpdateAuthEventFeedback(services),
				new AdminGetUser(services),
				new AdminInitiateAuth(services),
				new AdminRespondToAuthChallenge(services));
		// @formatter:on
	}

}
