import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';

import { BadInput, shown } from '../../../shared/input/badInput';

/** A file of the input item, under the name that VoipNow gets to see. */
export interface FaxFile {
	/** Binary field of the input item. */
	field: string;
	name: string;
}

/** Maximum of files in one fax; the real limit is a setting of the system, five by default. */
const MOST_FILES = 10;

/** VoipNow recognises a file by its extension (docs/api/voipnow.md, "Faxes"). */
const ENDINGS: Readonly<Record<string, string>> = {
	jpg: 'jpg',
	jpeg: 'jpg',
	pdf: 'pdf',
	tif: 'tif',
	tiff: 'tif',
	txt: 'txt',
};

const MIME_TYPES: Readonly<Record<string, string>> = {
	'application/pdf': 'pdf',
	'image/jpeg': 'jpg',
	'image/jpg': 'jpg',
	'image/tiff': 'tif',
	'text/plain': 'txt',
};

/**
 * The files that are to be faxed, in the order they were named.
 *
 * @throws BadInput when there is none or too many, when a field has no file, or when a file has
 * another type
 */
export function faxFiles(context: IExecuteSingleFunctions): FaxFile[] {
	const given = context.getNodeParameter('binaryPropertyName', '') as string;
	const fields = String(given ?? '')
		.split(',')
		.map((field) => field.trim())
		.filter((field) => field !== '');
	if (fields.length === 0) {
		throw new BadInput(
			'Input Binary Field is empty',
			'Expected the name of the field that holds the file, such as data. Nothing was sent.',
		);
	}
	if (fields.length > MOST_FILES) {
		throw new BadInput(
			`Input Binary Field names too many files: ${fields.length}, at most ${MOST_FILES} are possible`,
			'Send several faxes, or put the pages into one file. Nothing was sent.',
		);
	}
	const { binary = {} } = context.getInputData();
	return fields.map((field) => {
		if (!Object.hasOwn(binary, field)) throw noFile(field, Object.keys(binary));
		return { field, name: faxName(field, binary[field]) };
	});
}

/** A name with the extension VoipNow expects: `scan.jpeg` becomes `scan.jpg`. */
function faxName(field: string, { fileName, fileExtension, mimeType }: IBinaryData): string {
	const given = fileName ?? field;
	const [, stem, ending] = /^(.*)\.([A-Za-z0-9]+)$/s.exec(given) ?? [];
	const known = ENDINGS[ending?.toLowerCase() ?? ''];
	if (known) return `${stem}.${known}`;
	const byType =
		MIME_TYPES[mimeType?.split(';')[0].trim().toLowerCase()] ??
		ENDINGS[fileExtension?.toLowerCase() ?? ''];
	if (byType) return `${given}.${byType}`;
	throw new BadInput(
		`The file in Input Binary Field ${shown(field)} cannot be faxed: ${shown(given)} (${mimeType})`,
		'Expected a JPG, TIF, PDF or TXT file. Nothing was sent.',
	);
}

function noFile(field: string, present: string[]): BadInput {
	const others =
		present.length > 0
			? `Its binary fields are: ${present.join(', ')}.`
			: 'It has no files: put a step before this one that returns one, such as Read/Write Files.';
	return new BadInput(
		`The input item has no file in Input Binary Field ${shown(field)}`,
		`${others} Nothing was sent.`,
	);
}
