import { resource } from '../../../shared/description/resource';
import { bargeIn } from './bargeIn';
import { get } from './get';
import { getAll } from './getAll';
import { hangUp } from './hangUp';
import { hold } from './hold';
import { inviteToConference } from './inviteToConference';
import { make } from './make';
import { makeCallback } from './makeCallback';
import { monitor } from './monitor';
import { park } from './park';
import { pickUp } from './pickUp';
import { startRecording } from './startRecording';
import { stopRecording } from './stopRecording';
import { transfer } from './transfer';
import { transferToVoicemail } from './transferToVoicemail';
import { unhold } from './unhold';
import { unpark } from './unpark';
import { whisper } from './whisper';

export const phoneCall = resource(
	'phoneCall',
	[
		bargeIn,
		get,
		getAll,
		hangUp,
		hold,
		inviteToConference,
		make,
		makeCallback,
		monitor,
		park,
		pickUp,
		startRecording,
		stopRecording,
		transfer,
		transferToVoicemail,
		unhold,
		unpark,
		whisper,
	],
	'make',
);
