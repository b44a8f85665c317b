import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createClient, createInvitedUser, createPoolAndClient, createUser, password, senders,
} from '../fixture/cognito.js';
import { otherThan, refused, wrongMfaCode, wrongPassword } from '../fixture/refusal.js';
import { codeSentTo, messagesTo } from '../fixture/server.js';
import { SrpExchange } from '../fixture/srp.js';
import { verified } from '../fixture/tokens.js';

const factors = (...names) => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: names } } });

const userAuth = { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] };

let client;
let legacyClient;

before(async () => {
	client = await createPoolAndClient({ ...senders, ...factors('PASSWORD', 'EMAIL_OTP', 'SMS_OTP') }, userAuth);
	const legacy = await createClient(client.userPoolId, { ...userAuth, PreventUserExistenceErrors: 'LEGACY' });
	legacyClient = { userPoolId: client.userPoolId, clientId: legacy.ClientId };
	await createUser(client.userPoolId, 'alice');
	await createUser(client.userPoolId, 'phoning', { phone_number: '+4915112349934', phone_number_verified: 'true' });
});

test('the flow is refused if the app client does not allow it', async () => {
	const { ClientId } = await createClient(client.userPoolId);

	await refused(signIn('alice', {}, { clientId: ClientId }),
		'InvalidParameterException', 'USER_AUTH flow not enabled for this client');
});

test('an app client that allows this flow does not allow a custom one with it', async () => {
	await refused(cognito.initiateAuth({
		ClientId: client.clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'alice' },
	}), 'InvalidParameterException', 'CUSTOM_AUTH is not enabled for the client.');
});

test('a missing name is refused', async () => {
	await refused(cognito.initiateAuth({ ClientId: client.clientId, AuthFlow: 'USER_AUTH', AuthParameters: {} }),
		'InvalidParameterException', 'Missing required parameter USERNAME');
});

test('an unknown user is told to an app client of the legacy kind', async () => {
	await refused(signIn('nobody', {}, legacyClient), 'UserNotFoundException', 'User does not exist.');
});

test('an unknown user is offered a challenge that nothing answers', async () => {
	const { ChallengeName, Session } = await signIn('nobody', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })
		.catch((error) => ({ ChallengeName: error.name }));
	const asked = await signIn('nobody');

	assert.equal(ChallengeName, 'NotAuthorizedException');
	assert.equal(Session, undefined);
	assert.ok(asked.ChallengeName && asked.Session);
	assert.deepEqual(await messagesTo(client.userPoolId, 'nobody'), []);
});

test('a wrong password is refused', async () => {
	const { Session } = await signIn('alice');

	await refused(select('alice', Session, { ANSWER: 'PASSWORD', PASSWORD: 'Wr0ng!password' }), ...wrongPassword);
});

test('a challenge that does not exist cannot be selected', async () => {
	const { Session } = await signIn('alice');

	await refused(select('alice', Session, { ANSWER: 'TELEPATHY' }), 'InvalidParameterException');
});

test('a challenge that is not on offer cannot be selected', async () => {
	const { Session } = await signIn('alice');

	await assert.rejects(select('alice', Session, { ANSWER: 'SMS_OTP' }), ({ name }) =>
		['InvalidParameterException', 'NotAuthorizedException'].includes(name));
});

test('a wrong code is refused and may be tried again', async () => {
	const { Session } = await signIn('alice', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
	const code = await codeSentTo(client.userPoolId, 'alice');

	await refused(respond('EMAIL_OTP', 'alice', Session,
		{ EMAIL_OTP_CODE: otherThan(code) }), ...wrongMfaCode);

	const { AuthenticationResult } = await respond('EMAIL_OTP', 'alice', Session, { EMAIL_OTP_CODE: code });
	await verified(AuthenticationResult, client);
});

test('the code of another user\'s sign-in is refused', async () => {
	await signIn('phoning', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
	const theirs = await codeSentTo(client.userPoolId, 'phoning');
	const { Session } = await signIn('alice', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });

	await refused(respond('EMAIL_OTP', 'alice', Session, { EMAIL_OTP_CODE: theirs }), ...wrongMfaCode);
});

test('a name alone brings the challenges on offer', async () => {
	const { ChallengeName, AvailableChallenges, Session } = await signIn('alice');

	assert.equal(ChallengeName, 'SELECT_CHALLENGE');
	assert.deepEqual([...AvailableChallenges].sort(), ['EMAIL_OTP', 'PASSWORD', 'PASSWORD_SRP']);
	assert.ok(Session.length >= 20);
});

test('a user with a phone is offered a text message too', async () => {
	const { AvailableChallenges } = await signIn('phoning');

	assert.deepEqual([...AvailableChallenges].sort(), ['EMAIL_OTP', 'PASSWORD', 'PASSWORD_SRP', 'SMS_OTP']);
});

test('a pool that allows passwords only offers nothing else', async () => {
	const plain = await createPoolAndClient(factors('PASSWORD'), userAuth);
	await createUser(plain.userPoolId, 'alice');

	const { AvailableChallenges } = await signIn('alice', {}, plain);

	assert.deepEqual([...AvailableChallenges].sort(), ['PASSWORD', 'PASSWORD_SRP']);
});

test('an invited user who would rather have a code is offered passwords', async () => {
	await createInvitedUser(client.userPoolId, 'invited', password);

	const { ChallengeName, AvailableChallenges } = await signIn('invited', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });

	assert.equal(ChallengeName, 'SELECT_CHALLENGE');
	assert.deepEqual([...AvailableChallenges].sort(), ['PASSWORD', 'PASSWORD_SRP']);
});

test('a password that was selected signs in', async () => {
	const { Session } = await signIn('alice');

	const { AuthenticationResult } = await select('alice', Session, { ANSWER: 'PASSWORD', PASSWORD: password });

	await verified(AuthenticationResult, client);
});

test('SRP that was selected signs in', async () => {
	const exchange = SrpExchange.withPool(client.userPoolId);
	const first = await signIn('alice');

	const second = await select('alice', first.Session,
		{ ANSWER: 'PASSWORD_SRP', SRP_A: exchange.publicValue });
	const { AuthenticationResult } = await respond('PASSWORD_VERIFIER', 'alice', second.Session,
		exchange.answer(second.ChallengeParameters, second.ChallengeParameters.USER_ID_FOR_SRP));

	assert.equal(second.ChallengeName, 'PASSWORD_VERIFIER');
	assert.ok(second.Session);
	await verified(AuthenticationResult, client);
});

test('a code that was selected signs in', async () => {
	const first = await signIn('alice');

	const second = await select('alice', first.Session, { ANSWER: 'EMAIL_OTP' });
	const code = await codeSentTo(client.userPoolId, 'alice');
	const { AuthenticationResult } =
		await respond('EMAIL_OTP', 'alice', second.Session, { EMAIL_OTP_CODE: code });

	assert.equal(second.ChallengeName, 'EMAIL_OTP');
	assert.equal(second.ChallengeParameters.CODE_DELIVERY_DESTINATION, 'a***@e***');
	assert.match(code, /^\d{8}$/);
	await verified(AuthenticationResult, client);
});

test('a preferred password signs in at once', async () => {
	const { AuthenticationResult } =
		await signIn('alice', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password });

	await verified(AuthenticationResult, client);
});

test('a wrong preferred password is refused', async () => {
	await refused(signIn('alice', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'Wr0ng!password' }),
		...wrongPassword);
});

test('preferred SRP signs in', async () => {
	const exchange = SrpExchange.withPool(client.userPoolId);

	const { ChallengeName, ChallengeParameters, Session } =
		await signIn('alice', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: exchange.publicValue });
	const { AuthenticationResult } = await respond('PASSWORD_VERIFIER', 'alice', Session,
		exchange.answer(ChallengeParameters, ChallengeParameters.USER_ID_FOR_SRP));

	assert.equal(ChallengeName, 'PASSWORD_VERIFIER');
	await verified(AuthenticationResult, client);
});

test('a preferred code is sent at once', async () => {
	const { ChallengeName, ChallengeParameters, AvailableChallenges } =
		await signIn('alice', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });

	assert.equal(ChallengeName, 'EMAIL_OTP');
	assert.deepEqual(AvailableChallenges, ['EMAIL_OTP']);
	assert.equal(ChallengeParameters.CODE_DELIVERY_DELIVERY_MEDIUM, 'EMAIL');
	assert.equal(ChallengeParameters.CODE_DELIVERY_DESTINATION, 'a***@e***');
});

test('a text message signs in', async () => {
	const { ChallengeName, ChallengeParameters, Session } =
		await signIn('phoning', { PREFERRED_CHALLENGE: 'SMS_OTP' });
	const { AuthenticationResult } = await respond('SMS_OTP', 'phoning', Session,
		{ SMS_OTP_CODE: await codeSentTo(client.userPoolId, 'phoning') });

	assert.equal(ChallengeName, 'SMS_OTP');
	assert.equal(ChallengeParameters.CODE_DELIVERY_DESTINATION, '+*******9934');
	await verified(AuthenticationResult, client);
});

test('an unknown user who prefers a code gets a mask and no message', async () => {
	const { ChallengeName, ChallengeParameters } =
		await signIn('nobody@invalid.example', { PREFERRED_CHALLENGE: 'EMAIL_OTP' });

	assert.equal(ChallengeName, 'EMAIL_OTP');
	assert.equal(ChallengeParameters.CODE_DELIVERY_DESTINATION, 'n***@i***');
});

function signIn(username, parameters = {}, { clientId } = client) {
	return cognito.initiateAuth({
		ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: username, ...parameters },
	});
}

function select(username, session, responses) {
	return respond('SELECT_CHALLENGE', username, session, responses);
}

function respond(challengeName, username, session, responses) {
	return cognito.respondToAuthChallenge({
		ClientId: client.clientId,
		ChallengeName: challengeName,
		Session: session,
		ChallengeResponses: { USERNAME: username, ...responses },
	});
}
