import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createClient, createPoolAndClient, createUser, password, senders, signInWithPassword, signUp,
	tokensOf,
} from '../fixture/cognito.js';
import { identityUser, promise, register, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { expiredCode, otherThan, refused, violation, wrongCode } from '../fixture/refusal.js';
import { advanceClock, codeSentTo, messagesTo } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';

let client;
let legacyClient;

before(async () => {
	client = await createPoolAndClient();
	const legacy = await createClient(client.userPoolId, { PreventUserExistenceErrors: 'LEGACY' });
	legacyClient = { userPoolId: client.userPoolId, clientId: legacy.ClientId };
});

for (const [weak, rule] of [
	['Sh0rt!', 'Password not long enough'],
	['passw0rd!', 'Password must have uppercase characters'],
	['PASSW0RD!', 'Password must have lowercase characters'],
	['Password!', 'Password must have numeric characters'],
	['Passw0rdd', 'Password must have symbol characters'],
]) {
	test(`a weak password is refused: ${rule}`, async () => {
		await refused(cognito.signUp({ ClientId: client.clientId, Username: 'weak', Password: weak }),
			'InvalidPasswordException', `Password did not conform with policy: ${rule}`);
	});
}

test('a password that ends in a blank fails validation', async () => {
	await refused(cognito.signUp({ ClientId: client.clientId, Username: 'blank', Password: `${password} ` }),
		'InvalidParameterException',
		violation('Value', 'password', 'satisfy regular expression pattern:'));
});

test('a name with a blank fails validation', async () => {
	await refused(cognito.signUp({ ClientId: client.clientId, Username: 'al ice', Password: password }),
		'InvalidParameterException',
		violation('Value', 'username', 'satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+'));
});

test('a name that is taken is refused', async () => {
	await signUp(client, 'taken');

	await refused(signUp(client, 'taken'), 'UsernameExistsException', 'User already exists');
});

test('a malformed e-mail address is refused', async () => {
	await refused(signUp(client, 'malformed', { email: 'not an address' }),
		'InvalidParameterException', 'Invalid email address format.');
});

test('a malformed phone number is refused', async () => {
	await refused(signUp(client, 'malformed', { phone_number: '0123' }),
		'InvalidParameterException', 'Invalid phone number format.');
});

test('a required attribute that is missing is refused', async () => {
	const strict = await createPoolAndClient({ Schema: [{ Name: 'email', Required: true }] });

	await refused(signUp(strict, 'mailless', {}), 'InvalidParameterException',
		/^Attributes did not conform to the schema: email: The attribute is required\s*$/);
});

test('an attribute that the pool does not know is refused', async () => {
	await refused(signUp(client, 'custom', { 'custom:x': '1' }), 'InvalidParameterException',
		/^Attributes did not conform to the schema: .*custom:x: Attribute does not exist in the schema/);
});

test('an attribute that the app client may not write is refused', async () => {
	const { ClientId } = await createClient(client.userPoolId, { WriteAttributes: ['email'] });

	await refused(signUp({ clientId: ClientId }, 'writer', { email: 'writer@example.com', nickname: 'w' }),
		'NotAuthorizedException', 'A client attempted to write unauthorized attribute');
});

test('a pool for invited users only refuses a sign-up', async () => {
	const closed = await createPoolAndClient({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });

	await refused(signUp(closed, 'stranger'),
		'NotAuthorizedException', 'SignUp is not permitted for this user pool');
});

test('a wrong code does not confirm', async () => {
	await signUp(client, 'wrong-code');
	const code = await codeSentTo(client.userPoolId, 'wrong-code');

	await refused(confirm(client, 'wrong-code', otherThan(code)), ...wrongCode);
});

test('a code of another user does not confirm', async () => {
	await signUp(client, 'first');
	await signUp(client, 'second');
	await cognito.resendConfirmationCode({ ClientId: client.clientId, Username: 'second' });
	const [firsts, seconds] = [
		await codeSentTo(client.userPoolId, 'first'), await codeSentTo(client.userPoolId, 'second')];

	assert.notEqual(firsts, seconds);
	await refused(confirm(client, 'first', seconds), ...wrongCode);
});

test('a code that is older than a day does not confirm', async () => {
	await signUp(client, 'late');
	const code = await codeSentTo(client.userPoolId, 'late');

	await advanceClock(24 * 3600 + 1);

	await refused(confirm(client, 'late', code), ...expiredCode);
});

test('an old code dies when a new one is sent', async () => {
	await signUp(client, 'resent');
	const old = await codeSentTo(client.userPoolId, 'resent');
	await cognito.resendConfirmationCode({ ClientId: client.clientId, Username: 'resent' });

	await refused(confirm(client, 'resent', old), ...expiredCode);
	await confirm(client, 'resent', await codeSentTo(client.userPoolId, 'resent'));
});

test('a user is confirmed once only', async () => {
	await signUp(client, 'twice');
	const code = await codeSentTo(client.userPoolId, 'twice');
	await confirm(client, 'twice', code);

	await refused(confirm(client, 'twice', code),
		'NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED');
});

test('the confirmation of an unknown user tells nothing', async () => {
	await assert.rejects(confirm(client, 'nobody', '123456'), ({ name }) =>
		['ExpiredCodeException', 'CodeMismatchException'].includes(name));
});

test('the confirmation of an unknown user is told to an app client of the legacy kind', async () => {
	await refused(confirm(legacyClient, 'nobody', '123456'), 'UserNotFoundException',
		/^(User does not exist\.|Username\/client id combination not found\.)$/);
});

test('no code is sent again to a confirmed user', async () => {
	await createUser(client.userPoolId, 'confirmed');

	await refused(cognito.resendConfirmationCode({ ClientId: legacyClient.clientId, Username: 'confirmed' }),
		'InvalidParameterException', 'User is already confirmed.');
});

test('sending a code again to an unknown user tells nothing', async () => {
	const { CodeDeliveryDetails } = await cognito.resendConfirmationCode({
		ClientId: client.clientId, Username: 'nobody',
	});

	assert.equal(CodeDeliveryDetails.DeliveryMedium, 'EMAIL');
	assert.deepEqual(await messagesTo(client.userPoolId, 'nobody'), []);
});

test('sending a code again to an unknown user is refused to an app client of the legacy kind', async () => {
	await refused(cognito.resendConfirmationCode({ ClientId: legacyClient.clientId, Username: 'nobody' }),
		'UserNotFoundException', 'Username/client id combination not found.');
});

test('a user signs up, confirms with the code sent again and signs in', async () => {
	const user = identityUser(client, 'carol');

	const { userConfirmed, userSub, codeDeliveryDetails } = await register(user, { email: 'carol@example.com' });
	const resent = await promise((callback) => user.resendConfirmationCode(callback));
	await promise(async (callback) =>
		user.confirmRegistration(await codeSentTo(client.userPoolId, 'carol'), true, callback));
	const { session } = await signInWithSrp(user);

	assert.equal(userConfirmed, false);
	assert.match(userSub, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	assert.deepEqual(codeDeliveryDetails,
		{ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'c***@e***' });
	assert.deepEqual(resent.CodeDeliveryDetails, codeDeliveryDetails);
	const { access, id } = await verified(tokensOfSession(session), client);
	assert.equal(access.sub, userSub);
	assert.equal(id.email_verified, true);
});

test('a pool that verifies nothing sends nothing', async () => {
	const silent = await createPoolAndClient({ AutoVerifiedAttributes: [] });

	const { CodeDeliveryDetails } = await signUp(silent, 'dave');

	assert.equal(CodeDeliveryDetails, undefined);
	assert.deepEqual(await messagesTo(silent.userPoolId, 'dave'), []);
});

test('a code goes to the phone if the pool verifies phones', async () => {
	const texting = await createPoolAndClient({ AutoVerifiedAttributes: ['email', 'phone_number'] });

	const { CodeDeliveryDetails } = await signUp(texting, 'erin',
		{ email: 'erin@example.com', phone_number: '+4915112349934' });

	assert.deepEqual(CodeDeliveryDetails,
		{ AttributeName: 'phone_number', DeliveryMedium: 'SMS', Destination: '+*******9934' });
	const [message] = await messagesTo(texting.userPoolId, 'erin');
	assert.equal(message.medium, 'SMS');
	assert.equal(message.destination, '+4915112349934');
	await confirm(texting, 'erin', message.code);
	const { id } = await verified(await tokensOf(texting, 'erin'), texting);
	assert.equal(id.phone_number_verified, true);
	assert.equal(id.email_verified ?? false, false);
});

test('the session of a confirmation signs in once without another proof', async () => {
	const passwordless = await createPoolAndClient({
		...senders, Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
	}, { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] });
	const signedUp = await signUp(passwordless, 'frank');
	const { Session } = await cognito.confirmSignUp({
		ClientId: passwordless.clientId,
		Username: 'frank',
		ConfirmationCode: await codeSentTo(passwordless.userPoolId, 'frank'),
		Session: signedUp.Session,
	});

	const signIn = () => cognito.initiateAuth({
		ClientId: passwordless.clientId,
		AuthFlow: 'USER_AUTH',
		AuthParameters: { USERNAME: 'frank' },
		Session,
	});

	const { AuthenticationResult } = await signIn();
	await verified(AuthenticationResult, passwordless);
	await refused(signIn(), 'NotAuthorizedException');
});

test('an unconfirmed user of a deleted app client cannot be confirmed through it', async () => {
	const { ClientId } = await createClient(client.userPoolId);
	await signUp({ clientId: ClientId }, 'gina');
	await cognito.deleteUserPoolClient({ UserPoolId: client.userPoolId, ClientId });

	await refused(confirm({ clientId: ClientId }, 'gina', await codeSentTo(client.userPoolId, 'gina')),
		'ResourceNotFoundException', `User pool client ${ClientId} does not exist.`);
	await refused(signInWithPassword(client, 'gina'), 'UserNotConfirmedException');
});

function confirm({ clientId }, username, code) {
	return cognito.confirmSignUp({ ClientId: clientId, Username: username, ConfirmationCode: code });
}
