import type { IBinaryKeyData } from 'n8n-workflow';

function inMemory(content: string | Buffer, mimeType: string, fileName?: string) {
	return { data: Buffer.from(content).toString('base64'), mimeType, fileName };
}

/** What is in the files, to compare with what arrived. */
export const CONTENT = {
	data: Buffer.from('%PDF-1.4\r\n\0\xff--boundary\r\n', 'latin1'),
	second: Buffer.from('Zweites Blatt: äöü\n'),
};

/** Files of an input item, as n8n keeps them without a binary store. */
export const faxBinary: IBinaryKeyData = {
	data: inMemory(CONTENT.data, 'application/pdf', 'Brief für Jürgen.pdf'),
	second: inMemory(CONTENT.second, 'text/plain'),
	picture: inMemory('jpeg', 'image/jpeg', 'scan.JPEG'),
	table: inMemory('a;b', 'application/vnd.ms-excel', 'table.xls'),
};
