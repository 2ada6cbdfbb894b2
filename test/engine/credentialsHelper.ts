import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

import { Lox24Api } from '../../credentials/Lox24Api.credentials';
import { VoipNowApi } from '../../credentials/VoipNowApi.credentials';

const types: Record<string, ICredentialType> = {
	lox24Api: new Lox24Api(),
	voipNowApi: new VoipNowApi(),
};

/** n8n's credential store, holding the values a test gives, with the real credential types. */
export class TestCredentialsHelper extends ICredentialsHelper {
	constructor(private readonly values: Record<string, ICredentialDataDecryptedObject>) {
		super();
	}

	getParentTypes(name: string): string[] {
		return types[name]?.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { headers } = (types[typeName].authenticate as IAuthenticateGeneric).properties;
		const filled = Object.entries(headers ?? {}).map(([name, value]) => [
			name,
			String(value)
				.replace(/^=/, '')
				.replace(/\{\{ \$credentials\.(\w+) \}\}/g, (_, key: string) => String(credentials[key])),
		]);
		return { ...request, headers: { ...request.headers, ...Object.fromEntries(filled) } };
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('not used by the engine when it runs a node');
	}

	async getDecrypted(
		_additionalData: unknown,
		_nodeCredentials: unknown,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		return { ...this.values[type] };
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(type: string): INodeProperties[] {
		return types[type]?.properties ?? [];
	}
}
