import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createClient, createPoolAndClient, createUser, tokensOf,
} from '../fixture/cognito.js';
import { identityUser, promise, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { refused } from '../fixture/refusal.js';
import { advanceClock } from '../fixture/server.js';
import { decoded, verified } from '../fixture/tokens.js';

const rotation = {
	ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
	RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
};

const invalid = ['NotAuthorizedException', /^Invalid Refresh Token\.?$/];

let client;

before(async () => {
	client = await createPoolAndClient();
	await createUser(client.userPoolId, 'alice');
});

test('garbage is no refresh token', async () => {
	await refused(refresh(client, 'garbage'), ...invalid);
	await refused(exchange(client, 'garbage'), ...invalid);
});

test('an access token is no refresh token', async () => {
	const { AccessToken } = await tokensOf(client, 'alice');

	await refused(refresh(client, AccessToken), ...invalid);
});

test('a refresh token of another app client is refused', async () => {
	const { ClientId } = await createClient(client.userPoolId);
	const { RefreshToken } = await tokensOf(client, 'alice');

	await refused(refresh({ clientId: ClientId }, RefreshToken), ...invalid);
	await refused(exchange({ clientId: ClientId }, RefreshToken), ...invalid);
});

test('a refresh token of another pool is refused', async () => {
	const elsewhere = await createPoolAndClient();
	const { RefreshToken } = await tokensOf(client, 'alice');

	await refused(refresh(elsewhere, RefreshToken), ...invalid);
});

test('a missing refresh token is refused', async () => {
	await refused(cognito.initiateAuth({
		ClientId: client.clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: {},
	}), 'InvalidParameterException', 'Missing required parameter REFRESH_TOKEN');
});

test('a refresh is refused if the app client does not allow the flow', async () => {
	const { ClientId } = await createClient(client.userPoolId, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] });
	const { RefreshToken } = await tokensOf({ clientId: ClientId }, 'alice');

	await refused(refresh({ clientId: ClientId }, RefreshToken), 'InvalidParameterException', /not enabled/);
});

test('a refresh gives new tokens of the same sign-in', async () => {
	const tokens = await tokensOf(client, 'alice');
	const first = await verified(tokens, client);

	await advanceClock(60);
	const { AuthenticationResult } = await refresh(client, tokens.RefreshToken);

	const second = await verified(AuthenticationResult, client);
	assert.equal(AuthenticationResult.RefreshToken, undefined);
	for (const use of ['access', 'id']) {
		assert.equal(second[use].auth_time, first[use].auth_time);
		assert.equal(second[use].origin_jti, first[use].origin_jti);
		assert.notEqual(second[use].jti, first[use].jti);
		assert.ok(second[use].iat >= first[use].iat + 60);
	}
});

test('REFRESH_TOKEN is another name of the flow', async () => {
	const { RefreshToken } = await tokensOf(client, 'alice');

	const { AuthenticationResult } = await refresh(client, RefreshToken, 'REFRESH_TOKEN');

	await verified(AuthenticationResult, client);
});

test('a browser refreshes its session', async () => {
	const user = identityUser(client, 'alice');
	const { session } = await signInWithSrp(user);

	const refreshed = await promise((callback) => user.refreshSession(session.getRefreshToken(), callback));

	assert.equal(refreshed.getRefreshToken().getToken(), session.getRefreshToken().getToken());
	await verified(tokensOfSession(refreshed), client);
});

test('without rotation the exchange gives no refresh token', async () => {
	const { RefreshToken } = await tokensOf(client, 'alice');

	const { AuthenticationResult } = await exchange(client, RefreshToken);

	assert.equal(AuthenticationResult.RefreshToken, undefined);
	await verified(AuthenticationResult, client);
});

test('changed groups stand in the tokens of the next refresh', async () => {
	await createUser(client.userPoolId, 'promoted');
	const { RefreshToken } = await tokensOf(client, 'promoted');
	await cognito.createGroup({ UserPoolId: client.userPoolId, GroupName: 'admin' });
	await cognito.adminAddUserToGroup({
		UserPoolId: client.userPoolId, Username: 'promoted', GroupName: 'admin',
	});

	const { AuthenticationResult } = await refresh(client, RefreshToken);

	const { access } = await verified(AuthenticationResult, client);
	assert.deepEqual(access['cognito:groups'], ['admin']);
});

test('a refresh token expires', async () => {
	const { ClientId } = await createClient(client.userPoolId, {
		RefreshTokenValidity: 60, TokenValidityUnits: { RefreshToken: 'minutes' },
	});
	const { RefreshToken } = await tokensOf({ clientId: ClientId }, 'alice');

	await advanceClock(3000);
	await refresh({ clientId: ClientId }, RefreshToken);

	await advanceClock(601);
	await refused(refresh({ clientId: ClientId }, RefreshToken),
		'NotAuthorizedException', /^Refresh Token has expired\.?$/);
});

test('the refresh token of a disabled user is refused', async () => {
	await createUser(client.userPoolId, 'disabled');
	const { RefreshToken } = await tokensOf(client, 'disabled');
	await cognito.adminDisableUser({ UserPoolId: client.userPoolId, Username: 'disabled' });

	await refused(refresh(client, RefreshToken), 'NotAuthorizedException');
});

test('with rotation the old flow is refused', async () => {
	const rotating = await rotatingClient();
	const { RefreshToken } = await tokensOf(rotating, 'alice');

	await refused(refresh(rotating, RefreshToken), 'InvalidParameterException');
});

test('with rotation a refresh token is good once and for the grace period', async () => {
	const rotating = await rotatingClient();
	const tokens = await tokensOf(rotating, 'alice');

	const { AuthenticationResult: second } = await exchange(rotating, tokens.RefreshToken);
	const { AuthenticationResult: retried } = await exchange(rotating, tokens.RefreshToken);
	await advanceClock(61);

	assert.notEqual(second.RefreshToken, tokens.RefreshToken);
	await verified(second, rotating);
	await verified(retried, rotating);
	await refused(exchange(rotating, tokens.RefreshToken), 'RefreshTokenReuseException');
});

test('with rotation the new refresh token lives no longer than the first', async () => {
	const rotating = await rotatingClient({
		RefreshTokenValidity: 60, TokenValidityUnits: { RefreshToken: 'minutes' },
	});
	const tokens = await tokensOf(rotating, 'alice');

	await advanceClock(1800);
	const { AuthenticationResult } = await exchange(rotating, tokens.RefreshToken);
	await advanceClock(1801);

	await refused(exchange(rotating, AuthenticationResult.RefreshToken),
		'NotAuthorizedException', /^Refresh Token has expired\.?$/);
});

test('with rotation tokens keep their origin', async () => {
	const rotating = await rotatingClient();
	const tokens = await tokensOf(rotating, 'alice');

	const { AuthenticationResult } = await exchange(rotating, tokens.RefreshToken);

	assert.equal(decoded(AuthenticationResult.AccessToken, 1).origin_jti, decoded(tokens.AccessToken, 1).origin_jti);
});

async function rotatingClient(settings = {}) {
	const { ClientId } = await createClient(client.userPoolId, { ...rotation, ...settings });
	return { userPoolId: client.userPoolId, clientId: ClientId };
}

function refresh({ clientId }, refreshToken, flow = 'REFRESH_TOKEN_AUTH') {
	return cognito.initiateAuth({
		ClientId: clientId, AuthFlow: flow, AuthParameters: { REFRESH_TOKEN: refreshToken },
	});
}

function exchange({ clientId }, refreshToken) {
	return cognito.getTokensFromRefreshToken({ ClientId: clientId, RefreshToken: refreshToken });
}
