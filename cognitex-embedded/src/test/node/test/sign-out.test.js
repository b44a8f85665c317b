import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createClient, createPoolAndClient, createUser, tokensOf,
} from '../fixture/cognito.js';
import { identityUser, outcome, promise, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { refused } from '../fixture/refusal.js';
import { advanceClock } from '../fixture/server.js';
import { decoded, verified } from '../fixture/tokens.js';

const revokedAccess = ['NotAuthorizedException', 'Access Token has been revoked'];

const revokedRefresh = ['NotAuthorizedException', /^Refresh Token has been revoked\.?$/];

let client;

before(async () => {
	client = await createPoolAndClient();
});

test('nothing but a refresh token can be revoked', async () => {
	const { AccessToken, IdToken } = await newUser('types');

	await refused(revoke(client, AccessToken), 'UnsupportedTokenTypeException');
	await refused(revoke(client, IdToken), 'UnsupportedTokenTypeException');
});

test('another app client cannot revoke a token', async () => {
	const { ClientId } = await createClient(client.userPoolId);
	const { AccessToken, RefreshToken } = await newUser('other-client');

	await refused(revoke({ clientId: ClientId }, RefreshToken), 'UnauthorizedException');

	await cognito.getUser({ AccessToken });
});

test('an app client without revocation refuses it and leaves out the origin', async () => {
	const { ClientId } = await createClient(client.userPoolId, { EnableTokenRevocation: false });
	const { AccessToken, RefreshToken } = await newUser('irrevocable', { ...client, clientId: ClientId });

	await refused(revoke({ clientId: ClientId }, RefreshToken), 'UnsupportedOperationException');

	assert.equal(decoded(AccessToken, 1).origin_jti, undefined);
});

test('a revoked token takes the tokens born from it along, and no others', async () => {
	const first = await newUser('two-browsers');
	const second = await tokensOf(client, 'two-browsers');
	const refreshed = (await refresh(first.RefreshToken)).AuthenticationResult;

	await revoke(client, first.RefreshToken);

	await refused(cognito.getUser({ AccessToken: first.AccessToken }), ...revokedAccess);
	await refused(cognito.getUser({ AccessToken: refreshed.AccessToken }), ...revokedAccess);
	await refused(refresh(first.RefreshToken), ...revokedRefresh);
	await cognito.getUser({ AccessToken: second.AccessToken });
	await refresh(second.RefreshToken);
});

test('a verifier without a network does not see the revocation', async () => {
	const tokens = await newUser('offline');

	await revoke(client, tokens.RefreshToken);

	await verified(tokens, client);
});

test('a browser that signs out revokes its tokens', async () => {
	await createUser(client.userPoolId, 'browser');
	const user = identityUser(client, 'browser');
	const { session } = await signInWithSrp(user);
	const { AccessToken, RefreshToken } = tokensOfSession(session);

	await promise((callback) => user.signOut(callback));

	await refused(cognito.getUser({ AccessToken }), ...revokedAccess);
	await refused(refresh(RefreshToken), ...revokedRefresh);
});

test('a global sign-out ends every session of the user', async () => {
	const elsewhere = await newUser('everywhere');
	const user = identityUser(client, 'everywhere');
	const { session } = await signInWithSrp(user);

	await outcome((callbacks) => user.globalSignOut(callbacks));

	for (const { AccessToken, RefreshToken } of [tokensOfSession(session), elsewhere]) {
		await refused(cognito.getUser({ AccessToken }), ...revokedAccess);
		await refused(cognito.globalSignOut({ AccessToken }), ...revokedAccess);
		await refused(refresh(RefreshToken), ...revokedRefresh);
	}
	await advanceClock(1);
	const { AccessToken } = await tokensOf(client, 'everywhere');
	await cognito.getUser({ AccessToken });
});

test('a global sign-out leaves other users alone', async () => {
	const leaving = await newUser('leaving');
	const staying = await newUser('staying');

	await cognito.globalSignOut({ AccessToken: leaving.AccessToken });

	await cognito.getUser({ AccessToken: staying.AccessToken });
});

test('an administrator signs a user out', async () => {
	const { AccessToken, RefreshToken } = await newUser('removed');

	await cognito.adminUserGlobalSignOut({ UserPoolId: client.userPoolId, Username: 'removed' });

	await refused(cognito.getUser({ AccessToken }), ...revokedAccess);
	await refused(refresh(RefreshToken), ...revokedRefresh);
});

test('an unknown user cannot be signed out', async () => {
	await refused(cognito.adminUserGlobalSignOut({ UserPoolId: client.userPoolId, Username: 'nobody' }),
		'UserNotFoundException', 'User does not exist.');
});

test('the access token of a disabled user is refused', async () => {
	const { AccessToken } = await newUser('disabled');

	await cognito.adminDisableUser({ UserPoolId: client.userPoolId, Username: 'disabled' });

	await refused(cognito.getUser({ AccessToken }),
		'NotAuthorizedException', /^(Access Token has been revoked|User is disabled\.)$/);
});

async function newUser(username, at = client) {
	await createUser(at.userPoolId, username);
	return tokensOf(at, username);
}

function refresh(refreshToken) {
	return cognito.initiateAuth({
		ClientId: client.clientId,
		AuthFlow: 'REFRESH_TOKEN_AUTH',
		AuthParameters: { REFRESH_TOKEN: refreshToken },
	});
}

function revoke({ clientId }, token) {
	return cognito.revokeToken({ ClientId: clientId, Token: token });
}
