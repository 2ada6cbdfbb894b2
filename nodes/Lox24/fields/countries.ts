/**
 * How a number is written nationally: calling code, the prefix that is dropped abroad, and how many
 * digits follow the code (ITU-T E.164 and the national numbering plans). Empty if there is no
 * prefix, or it is kept abroad (Italy).
 */
export interface Country {
	name: string;
	code: string;
	trunk: string;
	/** Digits after the calling code, minimum and maximum. */
	digits: [number, number];
}

const of = (name: string, code: string, trunk: string, least: number, most: number): Country => ({
	name,
	code,
	trunk,
	digits: [least, most],
});

/** Europe, and the large countries elsewhere. */
export const countries: Readonly<Record<string, Country>> = {
	AL: of('Albania', '355', '0', 8, 9),
	AR: of('Argentina', '54', '0', 10, 11),
	AT: of('Austria', '43', '0', 4, 13),
	AU: of('Australia', '61', '0', 9, 9),
	BA: of('Bosnia and Herzegovina', '387', '0', 8, 9),
	BD: of('Bangladesh', '880', '0', 6, 10),
	BE: of('Belgium', '32', '0', 8, 9),
	BG: of('Bulgaria', '359', '0', 7, 9),
	BR: of('Brazil', '55', '0', 10, 11),
	CA: of('Canada', '1', '1', 10, 10),
	CH: of('Switzerland', '41', '0', 9, 9),
	CL: of('Chile', '56', '', 9, 9),
	CN: of('China', '86', '0', 10, 11),
	CO: of('Colombia', '57', '', 10, 10),
	CY: of('Cyprus', '357', '', 8, 8),
	CZ: of('Czechia', '420', '', 9, 9),
	DE: of('Germany', '49', '0', 6, 13),
	DK: of('Denmark', '45', '', 8, 8),
	EE: of('Estonia', '372', '', 7, 8),
	EG: of('Egypt', '20', '0', 8, 10),
	ES: of('Spain', '34', '', 9, 9),
	FI: of('Finland', '358', '0', 5, 12),
	FR: of('France', '33', '0', 9, 9),
	GB: of('United Kingdom', '44', '0', 9, 10),
	GR: of('Greece', '30', '', 10, 10),
	HR: of('Croatia', '385', '0', 8, 9),
	HU: of('Hungary', '36', '06', 8, 9),
	ID: of('Indonesia', '62', '0', 8, 12),
	IE: of('Ireland', '353', '0', 7, 9),
	IL: of('Israel', '972', '0', 8, 9),
	IN: of('India', '91', '0', 10, 10),
	IS: of('Iceland', '354', '', 7, 9),
	IT: of('Italy', '39', '', 6, 12),
	JP: of('Japan', '81', '0', 9, 10),
	KE: of('Kenya', '254', '0', 9, 9),
	KR: of('South Korea', '82', '0', 8, 10),
	LI: of('Liechtenstein', '423', '', 7, 9),
	LT: of('Lithuania', '370', '0', 8, 8),
	LU: of('Luxembourg', '352', '', 4, 11),
	LV: of('Latvia', '371', '', 8, 8),
	MA: of('Morocco', '212', '0', 9, 9),
	MC: of('Monaco', '377', '', 8, 9),
	MD: of('Moldova', '373', '0', 8, 8),
	ME: of('Montenegro', '382', '0', 8, 8),
	MK: of('North Macedonia', '389', '0', 8, 8),
	MT: of('Malta', '356', '', 8, 8),
	MX: of('Mexico', '52', '', 10, 10),
	MY: of('Malaysia', '60', '0', 8, 10),
	NG: of('Nigeria', '234', '0', 8, 10),
	NL: of('Netherlands', '31', '0', 9, 9),
	NO: of('Norway', '47', '', 8, 8),
	NZ: of('New Zealand', '64', '0', 8, 10),
	PE: of('Peru', '51', '0', 8, 9),
	PH: of('Philippines', '63', '0', 8, 10),
	PK: of('Pakistan', '92', '0', 9, 10),
	PL: of('Poland', '48', '', 9, 9),
	PT: of('Portugal', '351', '', 9, 9),
	RO: of('Romania', '40', '0', 9, 9),
	RS: of('Serbia', '381', '0', 7, 9),
	SE: of('Sweden', '46', '0', 7, 9),
	SG: of('Singapore', '65', '', 8, 8),
	SI: of('Slovenia', '386', '0', 8, 8),
	SK: of('Slovakia', '421', '0', 9, 9),
	SM: of('San Marino', '378', '', 6, 10),
	TH: of('Thailand', '66', '0', 8, 9),
	TR: of('Türkiye', '90', '0', 10, 10),
	UA: of('Ukraine', '380', '0', 9, 9),
	US: of('United States', '1', '1', 10, 10),
	VN: of('Vietnam', '84', '0', 8, 10),
	XK: of('Kosovo', '383', '0', 8, 8),
	ZA: of('South Africa', '27', '0', 9, 9),
};
