import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createMfaPoolAndClient, createPoolAndClient, createUser, tokensOf,
} from '../fixture/cognito.js';
import {
	answer, identityUser, MemoryStorage, outcome, promise, signInWithSrp, tokensOfSession,
} from '../fixture/identity.js';
import { refused, violation, wrongPassword } from '../fixture/refusal.js';
import { codeSentTo } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';

const unknownDevice = 'eu-central-1_a1b2c3d4-5678-90ab-cdef-111122223333';

let client;
let prompting;

before(async () => {
	client = await createMfaPoolAndClient({
		DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
	});
	prompting = await createMfaPoolAndClient({
		DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
	});
});

test('a pool that remembers no devices refuses them', async () => {
	const plain = await createPoolAndClient();
	await createUser(plain.userPoolId, 'alice');
	const { AccessToken, NewDeviceMetadata } = await tokensOf(plain, 'alice');

	assert.equal(NewDeviceMetadata, undefined);
	await refused(cognito.confirmDevice({ AccessToken, DeviceKey: unknownDevice }),
		'InvalidUserPoolConfigurationException');
	await refused(cognito.listDevices({ AccessToken }), 'InvalidUserPoolConfigurationException');
});

test('a device that does not exist is refused', async () => {
	await createUser(client.userPoolId, 'deviceless');
	const { AccessToken } = await tokensOf(client, 'deviceless');

	await refused(cognito.getDevice({ AccessToken, DeviceKey: unknownDevice }),
		'ResourceNotFoundException', 'Device does not exist.');
	await refused(cognito.updateDeviceStatus({
		AccessToken, DeviceKey: unknownDevice, DeviceRememberedStatus: 'remembered',
	}), 'ResourceNotFoundException', 'Device does not exist.');
	await refused(cognito.forgetDevice({ AccessToken, DeviceKey: unknownDevice }),
		'ResourceNotFoundException', 'Device does not exist.');
});

test('a device key that is none fails validation', async () => {
	await createUser(client.userPoolId, 'malformed');
	const { AccessToken } = await tokensOf(client, 'malformed');

	await refused(cognito.getDevice({ AccessToken, DeviceKey: 'my phone' }), 'InvalidParameterException',
		violation('Value \'my phone\'', 'deviceKey', 'satisfy regular expression pattern:'));
});

test('a device key that the service did not give is not confirmed', async () => {
	await createUser(client.userPoolId, 'inventor');
	const { AccessToken } = await tokensOf(client, 'inventor');

	await assert.rejects(cognito.confirmDevice({
		AccessToken,
		DeviceKey: unknownDevice,
		DeviceSecretVerifierConfig: { PasswordVerifier: 'AQ==', Salt: 'AQ==' },
	}), ({ name }) => ['ResourceNotFoundException', 'InvalidParameterException', 'NotAuthorizedException'].includes(name));
});

test('a sign-in on a new device gives it a key', async () => {
	await createUser(client.userPoolId, 'newcomer');

	const { NewDeviceMetadata } = await tokensOf(client, 'newcomer');

	assert.match(NewDeviceMetadata.DeviceKey, /^eu-central-1_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	assert.match(NewDeviceMetadata.DeviceGroupKey, /^-[\w]+$/);
});

test('a remembered device is not asked for a code again', async () => {
	const storage = await rememberedDevice('alice');

	const { session } = await signInWithSrp(identityUser(client, 'alice', storage));

	const { access } = await verified(tokensOfSession(session), client);
	assert.equal(access.device_key, deviceKeyIn(storage, 'alice'));
});

test('another device is asked for a code', async () => {
	await rememberedDevice('bob');

	const { challenge } = await signInWithSrp(identityUser(client, 'bob'));

	assert.equal(challenge, 'SMS_MFA');
});

test('a remembered device does not replace the password', async () => {
	const storage = await rememberedDevice('carol');

	await refused(signInWithSrp(identityUser(client, 'carol', storage), 'Wr0ng!password'), ...wrongPassword);
});

test('a device key without its secret is refused', async () => {
	const storage = await rememberedDevice('dave');
	storage.setItem(keyIn('dave', 'randomPasswordKey'), Buffer.from('stolen').toString('base64'));

	await refused(signInWithSrp(identityUser(client, 'dave', storage)), 'NotAuthorizedException');
});

test('the device of another user is refused', async () => {
	const erins = await rememberedDevice('erin');
	const franks = await rememberedDevice('frank');
	for (const item of ['deviceKey', 'randomPasswordKey', 'deviceGroupKey']) {
		franks.setItem(keyIn('frank', item), erins.getItem(keyIn('erin', item)));
	}

	const { challenge } = await signInWithSrp(identityUser(client, 'frank', franks));

	assert.equal(challenge, 'SMS_MFA');
});

test('a device that was forgotten is asked for a code, and its browser gets over it', async () => {
	const storage = await rememberedDevice('gina');
	await cognito.adminForgetDevice({
		UserPoolId: client.userPoolId, Username: 'gina', DeviceKey: deviceKeyIn(storage, 'gina'),
	});

	const { challenge } = await signInWithSrp(identityUser(client, 'gina', storage));

	assert.equal(challenge, 'SMS_MFA');
	assert.equal(deviceKeyIn(storage, 'gina'), undefined);
});

test('a refresh wants the key of the device', async () => {
	const storage = await rememberedDevice('heidi');
	const user = identityUser(client, 'heidi', storage);
	const { session } = await signInWithSrp(user);
	const refreshToken = session.getRefreshToken().getToken();

	await refused(cognito.initiateAuth({
		ClientId: client.clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: refreshToken },
	}), 'NotAuthorizedException', /^Invalid Refresh Token\.?$/);
	await refused(cognito.getTokensFromRefreshToken({ ClientId: client.clientId, RefreshToken: refreshToken }),
		'NotAuthorizedException', /^Invalid Refresh Token\.?$/);

	const refreshed = await promise((callback) => user.refreshSession(session.getRefreshToken(), callback));
	await verified(tokensOfSession(refreshed), client);
	const { AuthenticationResult } = await cognito.getTokensFromRefreshToken({
		ClientId: client.clientId, RefreshToken: refreshToken, DeviceKey: deviceKeyIn(storage, 'heidi'),
	});
	await verified(AuthenticationResult, client);
});

test('where the user is asked, a device is remembered only with consent', async () => {
	const { user, storage, userConfirmationNecessary } = await confirmedDevice('ivan', prompting);
	const unasked = await signInWithSrp(identityUser(prompting, 'ivan', storage));

	await outcome((callbacks) => user.setDeviceStatusRemembered(callbacks));
	const { session } = await signInWithSrp(identityUser(prompting, 'ivan', storage));

	assert.equal(userConfirmationNecessary, true);
	assert.equal(unasked.challenge, 'SMS_MFA');
	await verified(tokensOfSession(session), prompting);
});

test('a user sees and forgets a device', async () => {
	const { user, storage } = await confirmedDevice('judy', client);
	const deviceKey = deviceKeyIn(storage, 'judy');

	const { Devices } = await outcome((callbacks) => user.listDevices(10, null, callbacks));
	const { Device } = await outcome((callbacks) => user.getDevice(callbacks));
	await outcome((callbacks) => user.forgetDevice(callbacks));
	const { Devices: left } = await outcome((callbacks) => user.listDevices(10, null, callbacks));

	assert.deepEqual(Devices.map(({ DeviceKey }) => DeviceKey), [deviceKey]);
	assert.equal(Device.DeviceKey, deviceKey);
	assert.equal(typeof Device.DeviceCreateDate, 'number');
	const names = Device.DeviceAttributes.map(({ Name }) => Name);
	assert.ok(names.includes('device_status') && names.includes('device_name'));
	assert.deepEqual(left, []);
});

test('an administrator sees, changes and forgets a device', async () => {
	const storage = await rememberedDevice('kate');
	const user = { UserPoolId: client.userPoolId, Username: 'kate' };
	const device = { ...user, DeviceKey: deviceKeyIn(storage, 'kate') };

	const { Devices } = await cognito.adminListDevices(user);
	await cognito.adminUpdateDeviceStatus({ ...device, DeviceRememberedStatus: 'not_remembered' });
	const { Device } = await cognito.adminGetDevice(device);
	const { challenge } = await signInWithSrp(identityUser(client, 'kate', storage));
	await cognito.adminForgetDevice(device);

	assert.deepEqual(Devices.map(({ DeviceKey }) => DeviceKey), [device.DeviceKey]);
	assert.ok(Device.DeviceCreateDate instanceof Date);
	assert.equal(challenge, 'SMS_MFA');
	await refused(cognito.adminGetDevice(device), 'ResourceNotFoundException', 'Device does not exist.');
});

/** A browser that the service remembers, of a user who has to answer with a text message anywhere else. */
async function rememberedDevice(username) {
	const { storage } = await confirmedDevice(username, client);
	return storage;
}

async function confirmedDevice(username, at) {
	await createUser(at.userPoolId, username, { phone_number: '+4915112349934', phone_number_verified: 'true' });
	await cognito.adminSetUserMFAPreference({
		UserPoolId: at.userPoolId, Username: username, SMSMfaSettings: { Enabled: true, PreferredMfa: true },
	});
	const storage = new MemoryStorage();
	const user = identityUser(at, username, storage);
	await signInWithSrp(user);
	const code = await codeSentTo(at.userPoolId, username);
	const { userConfirmationNecessary } = await answer((callbacks) => user.sendMFACode(code, callbacks));
	return { user, storage, userConfirmationNecessary };
}

function deviceKeyIn(storage, username) {
	return storage.getItem(keyIn(username, 'deviceKey'));
}

function keyIn(username, item) {
	return `CognitoIdentityServiceProvider.${client.clientId}.${username}.${item}`;
}
